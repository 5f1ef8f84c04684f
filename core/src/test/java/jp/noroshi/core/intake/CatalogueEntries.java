package jp.noroshi.core.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The correct reading of a telegram as the catalogue writes it: {@code label: 33 大雨特別警報 [発表, last
 * 03] 2920100,2920200(2); …}. At most four codes are listed, the total follows; long readings are
 * cut off.
 */
record CatalogueEntries(List<Entry> entries, boolean cutOff) {
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?:(?<label>[^\\s;:]+): |(?:^|; ))(?<code>\\d{2}|-) (?<name>[^\\s;/]+)(?:/[^\\s;]+)?"
              + "(?: \\[(?<status>[^],]+)(?:, last (?<last>\\d+))?])?"
              + " (?<codes>\\d+(?:,\\d+)*)(?:…?\\((?<total>\\d+)\\))?");

  /**
   * One kind and where it is said.
   *
   * @param label the layer, cut at its front, or that of the entry before
   * @param code the kind's code, empty if none
   * @param status as the catalogue writes it, empty if none
   * @param last the code of the kind before, empty if none
   * @param listed the codes listed
   * @param total of how many
   */
  record Entry(
      String label,
      String code,
      String name,
      String status,
      String last,
      List<String> listed,
      int total) {}

  static CatalogueEntries parse(String reading) {
    List<Entry> entries = new ArrayList<>();
    String label = "";
    Matcher matcher = ENTRY.matcher(reading);
    int end = 0;
    while (matcher.find()) {
      label = matcher.group("label") == null ? label : matcher.group("label");
      entries.add(entry(label, matcher));
      end = matcher.end();
    }
    boolean cutOff = reading.startsWith("; …", end) || lastCodeIsCutOff(entries);
    return new CatalogueEntries(
        cutOff && lastCodeIsCutOff(entries) ? shortened(entries) : entries, cutOff);
  }

  private static boolean lastCodeIsCutOff(List<Entry> entries) {
    return !entries.isEmpty()
        && entries.getLast().listed.getLast().length()
            != entries.getFirst().listed.getFirst().length()
        && entries.getLast().label.equals(entries.getFirst().label);
  }

  private static List<Entry> shortened(List<Entry> entries) {
    return entries.subList(0, entries.size() - 1);
  }

  private static Entry entry(String label, Matcher matcher) {
    String status = orEmpty(matcher.group("status"));
    boolean lastOnly = status.startsWith("last ");
    List<String> listed = Arrays.stream(matcher.group("codes").split(",", -1)).distinct().toList();
    String total = orEmpty(matcher.group("total"));
    return new Entry(
        label,
        matcher.group("code").replace("-", ""),
        matcher.group("name").replaceAll("^-$", ""),
        lastOnly ? "" : status,
        lastOnly ? status.substring(5) : orEmpty(matcher.group("last")),
        listed,
        listed.size() < 4 || total.isEmpty() ? listed.size() : Integer.parseInt(total));
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
