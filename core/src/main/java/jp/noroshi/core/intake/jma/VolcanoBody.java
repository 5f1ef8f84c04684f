package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.util.Optional;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.jma.TelegramItem.ItemArea;
import jp.noroshi.core.intake.jma.TelegramItem.ItemKind;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * Volcanic warnings and forecasts, VFVO50: the volcano, and the municipalities twice (the warning,
 * and what to do there). 噴火警戒レベル is a scale of its own and part of the kind's name, no 警戒レベル.
 */
final class VolcanoBody implements BodyReader {
  private static final String MUNICIPAL_LAYER = "（対象市町村";

  @Override
  public void readChild(String name, XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
    switch (name) {
      case "VolcanoInfo" -> readInfo(xml, header, content);
      case "VolcanoInfoContent" -> xml.children(part -> readText(part, xml, content));
      default -> {}
    }
  }

  private static void readText(String part, XmlInput xml, TelegramContent content)
      throws UnreadableException {
    if (part.equals("VolcanoActivity") || part.equals("VolcanoPrevention")) {
      content.describe(xml.text());
    }
  }

  private static void readInfo(XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
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
    for (ItemKind kind : item.kinds()) {
      Optional<KindMeaning> meaning = KindCodes.find(type, kind.code(), "");
      Optional<KindState> state = findState(kind);
      if (meaning.isEmpty()) {
        content.unknown("種別コード" + quote(kind.code()) + quote(kind.name()));
      } else if (state.isEmpty()) {
        content.unknown("種別の状態" + quote(kind.condition()));
      } else {
        AlertKind said =
            new AlertKind(
                kind.code(), kind.name(), meaning.get().hazard(), Optional.empty(), state.get());
        for (ItemArea area : item.areas()) {
          boolean municipal =
              layer.contains(MUNICIPAL_LAYER) && TelegramContent.isMunicipality(area.code());
          content.add(layer, municipal, area.code(), area.name(), said);
        }
      }
    }
  }

  private static Optional<KindState> findState(ItemKind kind) {
    return switch (kind.condition()) {
      case "発表", "切替" -> Optional.of(KindState.ISSUED);
      case "引上げ" -> Optional.of(KindState.RAISED);
      case "引下げ" -> Optional.of(KindState.LOWERED);
      case "継続" -> Optional.of(KindState.CONTINUED);
      case "解除" -> Optional.of(KindState.LIFTED);
      case "" ->
          Optional.of(kind.code().equals(kind.last()) ? KindState.CONTINUED : KindState.ISSUED);
      default -> Optional.empty();
    };
  }

  @Override
  public void check(TelegramContent content) throws UnreadableException {
    if (content.findUnknown().isEmpty() && content.isEmpty()) {
      throw breaksTheFormat("対象の火山がありません。");
    }
  }
}
