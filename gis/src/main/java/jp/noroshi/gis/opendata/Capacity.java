package jp.noroshi.gis.opendata;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;

/**
 * 想定収容人数, which the standard calls a text: a number, a number with 人, or a sentence such as
 * 「屋内480人／屋外3,350人(面積の1/2)」.
 *
 * @param people indoors where the sentence tells indoors from outdoors
 * @param doubts what was odd
 */
record Capacity(Optional<Integer> people, List<Doubt> doubts) {

  private static final Pattern PLAIN = Pattern.compile("(\\d{1,7})(\\.0)?[人名]?");
  private static final Pattern INDOORS = Pattern.compile("屋内\\D{0,3}(\\d{1,7})");
  private static final Pattern SOMEWHERE = Pattern.compile("(\\d{1,7})[人名]");

  static Capacity read(String field, String written) {
    String text =
        Normalizer.normalize(written, Normalizer.Form.NFKC).replace(",", "").replace(" ", "");
    if (text.isEmpty() || text.equals("-")) {
      return new Capacity(Optional.empty(), List.of());
    }
    Matcher plain = PLAIN.matcher(text);
    if (plain.matches()) {
      return new Capacity(Optional.of(Integer.valueOf(plain.group(1))), List.of());
    }
    return find(INDOORS, text)
        .or(() -> find(SOMEWHERE, text))
        .map(
            people ->
                new Capacity(
                    Optional.of(people),
                    List.of(new Doubt(DoubtCode.CAPACITY_SENTENCE, field, written))))
        .orElseGet(
            () ->
                new Capacity(
                    Optional.empty(),
                    List.of(new Doubt(DoubtCode.CAPACITY_UNREADABLE, field, written))));
  }

  private static Optional<Integer> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }
}
