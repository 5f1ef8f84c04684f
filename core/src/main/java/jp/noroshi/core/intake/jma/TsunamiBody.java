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
 * Tsunami warnings, advisories and forecasts, VTSE41, per coast. A lift is a change of category
 * (津波注意報 becomes 津波予報), so the state comes from the kind before.
 */
final class TsunamiBody implements BodyReader {
  private static final String COASTS = "津波予報区";

  @Override
  public void readChild(String name, XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
    if (!name.equals("Tsunami")) {
      return;
    }
    xml.children(
        part -> {
          if (part.equals("Forecast")) {
            readForecast(xml, header, content);
          }
        });
  }

  private static void readForecast(XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
    xml.children(
        child -> {
          if (child.equals("Item")) {
            say(TelegramItem.read(xml), header.type(), content);
          }
        });
  }

  private static void say(TelegramItem item, String type, TelegramContent content)
      throws UnreadableException {
    for (ItemKind kind : item.kinds()) {
      Optional<KindMeaning> meaning = KindCodes.find(type, kind.code(), "");
      if (meaning.isEmpty()) {
        content.unknown("種別コード" + quote(kind.code()) + quote(kind.name()));
        continue;
      }
      AlertKind said =
          new AlertKind(
              kind.code(), kind.name(), meaning.get().hazard(), Optional.empty(), state(kind));
      for (ItemArea area : item.areas()) {
        content.add(COASTS, false, area.code(), area.name(), said);
      }
    }
  }

  private static KindState state(ItemKind kind) {
    int now = rank(kind.code());
    int before = rank(kind.last());
    if (kind.code().equals("50") || kind.code().equals("60")) {
      return KindState.LIFTED;
    }
    if (now == 0) {
      return before == 0 ? KindState.NONE : KindState.LIFTED;
    }
    if (before == 0) {
      return KindState.ISSUED;
    }
    return now == before
        ? KindState.CONTINUED
        : now > before ? KindState.RAISED : KindState.LOWERED;
  }

  /** 津波なし 0, 予報 1, 注意報 2, 警報 3, 大津波警報 4. */
  private static int rank(String code) {
    return switch (code) {
      case "71", "72", "73" -> 1;
      case "62" -> 2;
      case "51" -> 3;
      case "52", "53" -> 4;
      default -> 0;
    };
  }

  @Override
  public void check(TelegramContent content) throws UnreadableException {
    if (content.findUnknown().isEmpty() && content.isEmpty()) {
      throw breaksTheFormat("津波予報区ごとの内容がありません。");
    }
  }
}
