package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.jma.JmaHeader.HeadlineItem;
import jp.noroshi.core.intake.jma.TelegramItem.ItemArea;
import jp.noroshi.core.intake.jma.TelegramItem.ItemKind;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * 指定河川洪水予報, VXKO50 … 89. The level stands in the headline alone (the levels per station in the body
 * may differ); the municipalities stand in the body alone, as 浸水想定地区, and so does what the gauges
 * measured.
 */
final class RiverFloodBody implements BodyReader {
  /** The family's name: all its types share one title. */
  static final String TYPE = "VXKO";

  private static final String FLOODED = "浸水想定地区";
  private static final String LIFTED = "10";
  private static final String LOWERED_TO_LEVEL_2 = "22";

  @Override
  public void begin(JmaHeader header, TelegramContent content) throws UnreadableException {
    for (HeadlineItem headline : header.information()) {
      List<AlertKind> kinds = kinds(headline, content);
      for (ItemArea area : headline.item().areas()) {
        for (AlertKind kind : kinds) {
          content.add(headline.layer(), false, area.code(), area.name(), kind);
        }
      }
    }
  }

  @Override
  public void readChild(String name, XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
    switch (name) {
      case "Warning" -> readWarning(xml, header, content);
      case "MeteorologicalInfos" -> GaugeReadings.read(xml, content);
      default -> {}
    }
  }

  private static void readWarning(XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
    Set<AlertKind> kinds = new LinkedHashSet<>();
    header.information().forEach(headline -> kinds.addAll(kinds(headline, content)));
    xml.children(
        child -> {
          if (child.equals("Item")) {
            sayItem(TelegramItem.read(xml), kinds, content);
          }
        });
  }

  private static List<AlertKind> kinds(HeadlineItem headline, TelegramContent content) {
    return headline.item().kinds().stream()
        .flatMap(kind -> toKind(kind, content).stream())
        .toList();
  }

  private static Optional<AlertKind> toKind(ItemKind kind, TelegramContent content) {
    Optional<KindMeaning> meaning = KindCodes.find(TYPE, kind.code(), "");
    if (meaning.isEmpty()) {
      content.unknown("種別コード" + quote(kind.code()) + quote(kind.name()));
    }
    return meaning.map(
        found ->
            new AlertKind(kind.code(), kind.name(), found.hazard(), found.level(), state(kind)));
  }

  /**
   * The other codes do not tell whether the level is new or only said again (41 is both the rise
   * from 30 and a repetition), and a repetition shown as new does less harm than the reverse.
   */
  private static KindState state(ItemKind kind) {
    return switch (kind.code()) {
      case LIFTED -> KindState.LIFTED;
      case LOWERED_TO_LEVEL_2 -> KindState.LOWERED;
      default -> KindState.ISSUED;
    };
  }

  private static void sayItem(TelegramItem item, Set<AlertKind> kinds, TelegramContent content)
      throws UnreadableException {
    boolean flooded = item.kinds().stream().anyMatch(kind -> kind.name().equals(FLOODED));
    if (!flooded) {
      item.kinds().forEach(kind -> content.describe(kind.text()));
      return;
    }
    for (ItemArea area : item.areas()) {
      if (!area.cityCode().isEmpty()) {
        boolean municipal = TelegramContent.isMunicipality(area.cityCode());
        for (AlertKind kind : kinds) {
          content.add(FLOODED, municipal, area.cityCode(), area.city(), kind);
        }
      }
    }
  }

  @Override
  public void check(TelegramContent content) throws UnreadableException {
    if (content.findUnknown().isEmpty() && content.isEmpty()) {
      throw breaksTheFormat("洪水予報の種別と河川がありません。");
    }
  }
}
