package jp.noroshi.gis.population;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The levels of a river gauge at which something has to be done, as its list states them.
 *
 * @param metres above the gauge's own zero; what a list does not state is absent
 */
public record GaugeThresholds(Map<Threshold, Double> metres) {

  private static final Pattern METRES = Pattern.compile("-?\\d{1,4}(\\.\\d{1,3})?");
  private static final Pattern NOTHING = Pattern.compile("[-‐―ー－]*|なし|未設定");

  /** The levels of 水防法, the lowest first. The name is what clients read. */
  public enum Threshold {
    /** 水防団待機水位 (通報水位): the flood-fighting corps stands by. */
    STANDBY("水防団待機水位", "通報水位"),
    /** 氾濫注意水位 (警戒水位): the corps goes out. */
    CAUTION("氾濫注意水位", "警戒水位"),
    /** 避難判断水位: the older people leave. */
    DECISION("避難判断水位", "避難判断水位"),
    /** 氾濫危険水位 (洪水特別警戒水位): everybody has to have left. */
    DANGER("氾濫危険水位", "洪水特別警戒水位");

    private final String name;
    private final String lawName;

    Threshold(String name, String lawName) {
      this.name = name;
      this.lawName = lawName;
    }

    /** Headers carry units and levels around the name (氾濫危険水位(m), レベル４氾濫危険水位). */
    private boolean isNamedIn(String header) {
      String said = plain(header).replace("はん濫", "氾濫");
      return said.contains(name) || said.contains(lawName);
    }
  }

  /** Copies the map into the order of the levels. */
  public GaugeThresholds {
    Map<Threshold, Double> ordered = new EnumMap<>(Threshold.class);
    ordered.putAll(metres);
    metres = ordered;
  }

  /** Tells whether columns of this kind stand among these. */
  public static boolean stand(Collection<String> headers) {
    return headers.stream().anyMatch(header -> find(header).isPresent());
  }

  /**
   * Takes them from the columns of a list; what is no number of metres is absent.
   *
   * @param details columns and what they say
   */
  public static GaugeThresholds of(Map<String, String> details) {
    Map<Threshold, Double> metres = new EnumMap<>(Threshold.class);
    details.forEach(
        (header, said) ->
            find(header)
                .ifPresent(
                    threshold ->
                        parse(said).ifPresent(level -> metres.putIfAbsent(threshold, level))));
    return new GaugeThresholds(metres);
  }

  /** Returns the columns that should hold a level and do not, with what they say. */
  public static Map<String, String> unreadable(Map<String, String> details) {
    Map<String, String> odd = new TreeMap<>(details);
    odd.entrySet()
        .removeIf(
            column ->
                find(column.getKey()).isEmpty()
                    || parse(column.getValue()).isPresent()
                    || NOTHING.matcher(plain(column.getValue())).matches());
    return odd;
  }

  /** Returns the highest threshold that a level has reached; empty below all that are stated. */
  public Optional<Threshold> reached(double level) {
    return metres.entrySet().stream()
        .filter(threshold -> level >= threshold.getValue())
        .map(Map.Entry::getKey)
        .max(Threshold::compareTo);
  }

  private static Optional<Threshold> find(String header) {
    return Arrays.stream(Threshold.values())
        .filter(threshold -> threshold.isNamedIn(header))
        .findFirst();
  }

  private static Optional<Double> parse(String said) {
    String number = plain(said).toLowerCase(Locale.ROOT);
    String bare = number.endsWith("m") ? number.substring(0, number.length() - 1).strip() : number;
    return METRES.matcher(bare).matches()
        ? Optional.of(Double.parseDouble(bare))
        : Optional.empty();
  }

  private static String plain(String said) {
    return Normalizer.normalize(said, Normalizer.Form.NFKC).strip();
  }
}
