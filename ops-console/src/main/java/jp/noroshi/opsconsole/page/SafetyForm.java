package jp.noroshi.opsconsole.page;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.Report.Position;
import jp.noroshi.shelters.talk.Report.Said;

/**
 * What somebody wrote into the page of reports; blank where nothing was. What cannot be understood
 * is left out rather than refused: a report must come through.
 */
record SafetyForm(Optional<PersonAnswer> kind, Said said, Optional<LocalDate> birth) {

  static final SafetyForm EMPTY = new SafetyForm(Optional.empty(), Said.NOTHING, Optional.empty());

  /**
   * Reads a form.
   *
   * @param now when a position in it was told
   */
  static SafetyForm read(MultiMap fields, Instant now) {
    String kind = text(fields, "kind");
    return new SafetyForm(
        EnumSet.allOf(PersonAnswer.class).stream()
            .filter(each -> each.name().equals(kind))
            .findFirst(),
        new Said(
            text(fields, "name"),
            text(fields, "kana"),
            text(fields, "phone"),
            text(fields, "place"),
            number(text(fields, "people"), 3),
            text(fields, "note"),
            position(fields, now)),
        date(text(fields, "birth")));
  }

  private static String text(MultiMap fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .map(text -> text.strip().replace("\0", ""))
        .orElse("");
  }

  private static Optional<Position> position(MultiMap fields, Instant now) {
    int metres = number(text(fields, "metres"), 5);
    return WayRequest.place(text(fields, "at"))
        .map(
            point ->
                new Position(
                    point, metres == 0 ? OptionalInt.empty() : OptionalInt.of(metres), now));
  }

  /** Returns the position as the form carries it; blank when there is none. */
  String at() {
    return said.location()
        .map(Position::point)
        .map(point -> String.format(Locale.ROOT, "%.5f,%.5f", point.latitude(), point.longitude()))
        .orElse("");
  }

  /** Returns how far off the position may be, in metres; blank when it is not known. */
  String metres() {
    return said.location().map(Position::metres).stream()
        .flatMapToInt(OptionalInt::stream)
        .mapToObj(Integer::toString)
        .findFirst()
        .orElse("");
  }

  private static int number(String text, int digits) {
    return text.matches("[0-9]+") && text.length() <= digits ? Integer.parseInt(text) : 0;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
