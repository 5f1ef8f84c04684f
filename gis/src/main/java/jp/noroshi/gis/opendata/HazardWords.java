package jp.noroshi.gis.opendata;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;

/**
 * Hazards named in one cell (「洪水,崖崩れ等,地震」), in the law's words and in those that lists use.
 *
 * @param kinds what was understood
 * @param doubts words that are none of the law's hazards
 */
record HazardWords(Set<HazardKind> kinds, List<Doubt> doubts) {

  /** The law's own comma, lest the cell be cut in the middle of a name. */
  private static final String LAWS_COMMA = "崖崩れ、土石流及び地滑り";

  private static final Pattern SEPARATORS = Pattern.compile("[,、;/・\\s]+");

  private static final Map<String, HazardKind> WORDS =
      Map.ofEntries(
          entry("洪水", HazardKind.FLOOD),
          entry("河川氾濫", HazardKind.FLOOD),
          entry("崖崩れ等", HazardKind.LANDSLIDE),
          entry("崖崩れ", HazardKind.LANDSLIDE),
          entry("がけ崩れ", HazardKind.LANDSLIDE),
          entry("土石流", HazardKind.LANDSLIDE),
          entry("地滑り", HazardKind.LANDSLIDE),
          entry("地すべり", HazardKind.LANDSLIDE),
          entry("土砂災害", HazardKind.LANDSLIDE),
          entry("高潮", HazardKind.STORM_SURGE),
          entry("地震", HazardKind.EARTHQUAKE),
          entry("津波", HazardKind.TSUNAMI),
          entry("大規模な火事", HazardKind.LARGE_FIRE),
          entry("大規模火災", HazardKind.LARGE_FIRE),
          entry("火災", HazardKind.LARGE_FIRE),
          entry("火事", HazardKind.LARGE_FIRE),
          entry("内水氾濫", HazardKind.INLAND_FLOOD),
          entry("内水", HazardKind.INLAND_FLOOD),
          entry("火山現象", HazardKind.VOLCANO),
          entry("火山", HazardKind.VOLCANO),
          entry("噴火", HazardKind.VOLCANO));

  static HazardWords read(String field, String cell) {
    Set<HazardKind> kinds = EnumSet.noneOf(HazardKind.class);
    List<Doubt> doubts = new ArrayList<>();
    String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).replace(LAWS_COMMA, "崖崩れ等");
    for (String word : SEPARATORS.splitAsStream(text).toList()) {
      HazardKind kind = WORDS.get(word);
      if (kind != null) {
        kinds.add(kind);
      } else if (!word.isEmpty()) {
        doubts.add(new Doubt(DoubtCode.HAZARD_UNKNOWN, field, word));
      }
    }
    return new HazardWords(kinds, doubts);
  }
}
