package jp.noroshi.opsconsole.paper;

import static jp.noroshi.opsconsole.paper.Sheet.LEFT;
import static jp.noroshi.opsconsole.paper.Sheet.RIGHT;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.message.Medium;
import jp.noroshi.opsconsole.scorecard.Scorecard;

/** The scorecard on paper. Thread-safe. */
public final class ScorecardPaper {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("M月d日 H:mm", Locale.JAPAN).withZone(ZoneId.of("Asia/Tokyo"));
  private static final float WIDTH = RIGHT - LEFT;
  private static final float SIZE = 8.5f;
  private static final float ROW = 12;
  private static final float NUMBERS = 330;
  private static final List<String> NAMED = List.of("medium:", "source:");
  private static final List<String> FACTS = List.of("title", "name", "reason");

  private final PaperFonts fonts = PaperFonts.load();

  /** Prints it on as many pages as it needs; returns a PDF. */
  public byte[] print(String municipality, Scorecard card, Instant at) {
    Pen pen = new Pen(new Sheet(fonts, "振り返り"));
    String drill = card.mode() == Mode.DRILL ? "【訓練】" : "";
    pen.title(drill + municipality + "　振り返り");
    pen.text(
        "%s から %s まで　印刷 %s"
            .formatted(TIME.format(card.from()), TIME.format(card.to()), TIME.format(at)));
    decisions(pen, card.decisions());
    reach(pen, card.reach());
    shelters(pen, card.shelters());
    responses(pen, card.responses());
    mistakes(pen, card.mistakes());
    return pen.finish();
  }

  private static void decisions(Pen pen, List<Scorecard.Decision> decisions) {
    pen.heading("判断にかかった時間（起案 → 承認の依頼 → 承認）");
    decisions.forEach(
        decision ->
            pen.row(
                "%s　第%d号 %s"
                    .formatted(
                        TIME.format(decision.createdAt()), decision.number(), decision.title()),
                "依頼まで %s　承認まで %s"
                    .formatted(
                        duration(decision.toRequest(), "依頼なし"),
                        duration(decision.toApproval(), "承認なし"))));
  }

  private static void reach(Pen pen, List<Scorecard.Reach> reach) {
    pen.heading("届いた数（媒体の答え）と、承認から最後の答えまでの時間");
    reach.forEach(
        each ->
            pen.row(
                word(each.medium()) + "　" + each.title(),
                "%,d／%,d　断り %,d　不明 %,d　%s"
                    .formatted(
                        each.accepted(),
                        each.recipients(),
                        each.refused(),
                        each.unknown(),
                        duration(each.toLast(), "途中"))));
  }

  private static void shelters(Pen pen, Scorecard.Shelters shelters) {
    pen.heading("避難所");
    pen.row(
        "開設 %dか所".formatted(shelters.opened()),
        "指示から開設まで（中央値） " + duration(shelters.toOpen(), "—"));
    shelters
        .mostPeople()
        .ifPresent(
            people ->
                pen.row(
                    "最も多かった避難者数 %,d人".formatted(people),
                    shelters.mostAt().map(TIME::format).orElse("")));
  }

  private static void responses(Pen pen, List<Scorecard.ResponseScore> responses) {
    pen.heading("要支援者の安全が分かるまで");
    responses.forEach(
        response ->
            pen.row(
                "第%d号　%s から　%,d人のうち %,d人の安全を確認"
                    .formatted(
                        response.number(),
                        TIME.format(response.startedAt()),
                        response.people(),
                        response.safe()),
                "半数 %s　9割 %s"
                    .formatted(
                        duration(response.half(), "届かず"), duration(response.nine(), "届かず"))));
  }

  private static void mistakes(Pen pen, List<Scorecard.Mistake> mistakes) {
    pen.heading("うまくいかなかったこと（%d件）".formatted(mistakes.size()));
    mistakes.forEach(
        mistake -> pen.row(TIME.format(mistake.at()) + "　" + word(mistake.kind()), about(mistake)));
  }

  /** A number of the hub says nothing to people; a name does. */
  private static String about(Scorecard.Mistake mistake) {
    Stream<String> subject =
        NAMED.stream()
            .filter(mistake.subject()::startsWith)
            .map(kind -> mistake.subject().substring(kind.length()));
    Stream<String> facts =
        FACTS.stream().map(mistake.detail()::get).filter(Objects::nonNull).map(Object::toString);
    return Stream.concat(subject, facts).collect(Collectors.joining("　"));
  }

  private static String duration(Optional<Long> seconds, String none) {
    return seconds
        .map(all -> all < 60 ? all + "秒" : "%d分%02d秒".formatted(Math.floorDiv(all, 60L), all % 60))
        .orElse(none);
  }

  private static String word(Medium medium) {
    return switch (medium) {
      case LINE -> "LINE";
      case FCM -> "アプリ通知";
      case WEB -> "住民ページ";
      case RADIO -> "防災行政無線";
      case VOICE -> "電話";
    };
  }

  private static String word(ChronologyKind kind) {
    return switch (kind) {
      case APPROVAL_REFUSED -> "承認が通らなかった";
      case DRAFT_SENT_BACK -> "差し戻し";
      case DELIVERY_REFUSED -> "媒体に断られた";
      case DELIVERY_UNKNOWN -> "届いたか分からない";
      case MEDIUM_TROUBLED -> "媒体の不調";
      case SOURCE_TROUBLED -> "情報の入口の不調";
      case ALERT_QUARANTINED -> "読めない情報";
      case SHELTER_CANNOT_OPEN -> "避難所が開けられない";
      default -> kind.name();
    };
  }

  /** Writes from top to bottom and turns the page. */
  private static final class Pen {
    private final Sheet sheet;
    private float y = Sheet.TOP;

    Pen(Sheet sheet) {
      this.sheet = sheet;
    }

    void title(String text) {
      sheet.line(text, LEFT, y - 8, 14, true, WIDTH);
      y -= 26;
    }

    void text(String text) {
      sheet.line(text, LEFT, y, SIZE, false, WIDTH);
      y -= ROW;
    }

    void heading(String text) {
      if (y < Sheet.BOTTOM + 4 * ROW) {
        turn();
      }
      y = sheet.heading(text, y - 8) - 1;
    }

    void row(String left, String right) {
      if (y < Sheet.BOTTOM) {
        turn();
      }
      sheet.line(left, LEFT, y, SIZE, false, NUMBERS - 8);
      sheet.line(right, LEFT + NUMBERS, y, SIZE, false, WIDTH - NUMBERS);
      y -= ROW;
    }

    private void turn() {
      sheet.nextPage();
      y = Sheet.TOP - 8;
    }

    byte[] finish() {
      return sheet.finish();
    }
  }
}
