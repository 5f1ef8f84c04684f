package jp.noroshi.core.message;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.config.MunicipalitySettings;

/**
 * How a text is read aloud: place names and the words of the settings' table in kana, telephone
 * numbers digit by digit. Everything else stays as written; the speech engine reads it. Immutable.
 */
final class Readings {

  private static final Pattern TELEPHONE =
      Pattern.compile("0\\d{1,4}-\\d{1,4}-\\d{3,4}|(?<!\\d)1[01]\\d(?=番)");
  private static final String[] DIGITS = {
    "ゼロ", "イチ", "ニー", "サン", "ヨン", "ゴー", "ロク", "ナナ", "ハチ", "キュー"
  };

  private final Map<String, String> readings;
  private final Pattern words;

  Readings(MunicipalitySettings municipality) {
    Map<String, String> all = new TreeMap<>(municipality.readings());
    all.put(municipality.name(), municipality.kana());
    municipality.districts().forEach(district -> all.put(district.name(), district.kana()));
    this.readings = Map.copyOf(all);
    // The longest first: 「長岡地区」 must not be read as 「長岡」 and a rest.
    this.words = Pattern.compile(alternatives(all.keySet().stream()));
  }

  String read(String text) {
    String named =
        words
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(readings.get(match.group())));
    return TELEPHONE.matcher(named).replaceAll(match -> spell(match.group()));
  }

  private static String alternatives(Stream<String> words) {
    List<String> patterns =
        words
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Readings::patternOf)
            .toList();
    return String.join("|", patterns);
  }

  /** A name of one character (「中」) is one only where it stands alone: 「熱中症」 has none in it. */
  private static String patternOf(String word) {
    return word.length() > 1
        ? Pattern.quote(word)
        : "(?<=^|[、。「（\\s])" + Pattern.quote(word) + "(?=[、にはのでを」]|地区|$)";
  }

  private static String spell(String number) {
    return number
        .chars()
        .mapToObj(c -> c == '-' ? "の" : DIGITS[c - '0'])
        .collect(Collectors.joining("、"));
  }
}
