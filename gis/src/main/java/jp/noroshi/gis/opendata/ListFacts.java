package jp.noroshi.gis.opendata;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;

/** What a sender says of a list: no column of the standards holds it. */
final class ListFacts {

  private static final List<String> SAID = List.of("source", "edition", "licence");

  private ListFacts() {}

  /**
   * Adds what is said to the description of a file.
   *
   * @throws UnreadableFileException when the edition is no day
   */
  static void describe(Map<String, String> description, Map<String, String> facts) {
    SAID.forEach(
        name -> {
          String said = facts.getOrDefault(name, "").strip();
          if (!said.isEmpty()) {
            description.put(name, name.equals("edition") ? day(said) : said);
          }
        });
  }

  private static String day(String said) {
    try {
      return LocalDate.parse(said).toString();
    } catch (DateTimeParseException e) {
      throw new UnreadableFileException(
          Fault.EDITION_UNSAID, "the edition must be a day such as 2026-04-01", e);
    }
  }
}
