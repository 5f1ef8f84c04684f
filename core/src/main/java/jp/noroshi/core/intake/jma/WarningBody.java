package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.jma.TelegramItem.ItemArea;
import jp.noroshi.core.intake.jma.TelegramItem.ItemKind;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * Weather warnings and advisories, VPWW53 … 61. Each telegram is a full snapshot of one office and
 * hazard group, written once per layer of areas; the layers are told apart by their type, because
 * VPWW57 has a further one behind the municipal one.
 *
 * <p>Only Body is read: on a lift the headline says 解除 / 00, while the body keeps the kind's own
 * code and says 解除 as its status.
 */
final class WarningBody implements BodyReader {
  /** The layer whose single area is the office's own. */
  static final String OFFICE_LAYER = "（府県予報区等）";

  private static final String MUNICIPAL_LAYER = "（市町村等）";
  private static final String NOTHING_IN_FORCE = "発表警報・注意報はなし";

  /** Words of 「特別警報から危険警報」 by rank. */
  private static final Map<String, Integer> RANKS = Map.of("注意報", 1, "警報", 2, "危険警報", 3, "特別警報", 4);

  @Override
  public void readChild(String name, XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
    if (!name.equals("Warning")) {
      return;
    }
    String layer = xml.attribute("type");
    xml.children(
        child -> {
          if (child.equals("Item")) {
            say(TelegramItem.read(xml), layer, header.type(), content);
          }
        });
  }

  private static void say(TelegramItem item, String layer, String type, TelegramContent content)
      throws UnreadableException {
    List<AlertKind> kinds =
        item.kinds().stream().flatMap(kind -> toKind(kind, type, content).stream()).toList();
    for (ItemArea area : item.areas()) {
      boolean municipal =
          layer.endsWith(MUNICIPAL_LAYER) && TelegramContent.isMunicipality(area.code());
      for (AlertKind kind : kinds) {
        content.add(layer, municipal, area.code(), area.name(), kind);
      }
    }
  }

  private static Optional<AlertKind> toKind(ItemKind kind, String type, TelegramContent content) {
    if (kind.status().equals(NOTHING_IN_FORCE)) {
      return Optional.of(
          new AlertKind("", "", KindCodes.hazardOf(type), Optional.empty(), KindState.NONE));
    }
    Optional<KindMeaning> meaning = KindCodes.find(type, kind.code(), kind.condition());
    if (meaning.isEmpty()) {
      content.unknown("種別コード" + quote(kind.code()) + quote(kind.name()));
      return Optional.empty();
    }
    Optional<AlertLevel> level = meaning.get().level();
    Optional<AlertLevel> last =
        KindCodes.find(type, kind.last(), kind.lastCondition()).flatMap(KindMeaning::level);
    Optional<KindState> state = findState(kind.status(), level, last);
    if (state.isEmpty()) {
      content.unknown("種別の状態" + quote(kind.status()));
    }
    return state.map(
        found -> new AlertKind(kind.code(), kind.name(), meaning.get().hazard(), level, found));
  }

  private static Optional<KindState> findState(
      String status, Optional<AlertLevel> level, Optional<AlertLevel> last) {
    return switch (status) {
      case "発表" -> {
        boolean raised =
            level.isPresent() && last.isPresent() && level.get().compareTo(last.get()) > 0;
        yield Optional.of(raised ? KindState.RAISED : KindState.ISSUED);
      }
      case "継続" -> Optional.of(KindState.CONTINUED);
      case "解除" -> Optional.of(KindState.LIFTED);
      default -> findChange(status);
    };
  }

  /** Reads 「特別警報から危険警報」. */
  private static Optional<KindState> findChange(String status) {
    int from = status.indexOf("から");
    if (from < 0) {
      return Optional.empty();
    }
    Integer before = RANKS.get(status.substring(0, from));
    Integer after = RANKS.get(status.substring(from + 2));
    return before == null || after == null
        ? Optional.empty()
        : Optional.of(after < before ? KindState.LOWERED : KindState.RAISED);
  }

  @Override
  public void check(TelegramContent content) throws UnreadableException {
    if (content.findUnknown().isEmpty() && !content.hasMunicipalities()) {
      throw breaksTheFormat("市町村等ごとの警報・注意報がありません。");
    }
  }
}
