package jp.noroshi.opsconsole.paper;

import static jp.noroshi.opsconsole.paper.Sheet.LEFT;
import static jp.noroshi.opsconsole.paper.Sheet.RIGHT;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.Assignment;
import jp.noroshi.gis.plan.Destination;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.Exposure;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanMap;
import jp.noroshi.gis.plan.PlanSheet;
import jp.noroshi.gis.plan.PlannedRoute;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.register.Condition;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Identity;
import jp.noroshi.gis.register.Person;

/**
 * A plan on one side of A4, in the order of the screen: 本人 → 家の危険 → どこへ・どうやって → だれが → 同意 → 見直し.
 * Thread-safe.
 */
public final class PlanPaper {

  /** Width ÷ height of the map on the paper. */
  public static final double MAP_ASPECT = 350.0 / 250.0;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("y年M月d日 H:mm", Locale.JAPAN);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日", Locale.JAPAN);
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final float TEXT = 8.5f;
  private static final float WIDTH = RIGHT - LEFT;
  private static final float MAP_WIDTH = 350;
  private static final float MAP_HEIGHT = 250;
  private static final int MOST_SUPPORTERS = 5;

  private final PaperFonts fonts = PaperFonts.load();

  /**
   * A plan and what its map is drawn from.
   *
   * @param map empty when no place is known
   */
  public record Page(PlanSheet plan, Optional<PlanMap> map) {}

  /**
   * Prints plans, each on a page.
   *
   * @param municipality whose paper it is
   * @return a PDF
   */
  public byte[] print(List<Page> pages, PaperCopy copy, String municipality) {
    Sheet sheet = new Sheet(fonts, "個別避難計画");
    for (int i = 0; i < pages.size(); i++) {
      if (i > 0) {
        sheet.nextPage();
      }
      page(
          sheet,
          pages.get(i).plan(),
          pages.get(i).map(),
          head(sheet, pages.get(i).plan(), copy, municipality));
    }
    return sheet.finish();
  }

  private static void page(Sheet sheet, PlanSheet plan, Optional<PlanMap> map, float top) {
    float y = top;
    y = person(sheet, plan.person(), y);
    y = danger(sheet, plan, map, y);
    y = where(sheet, plan.plan().content(), y);
    y = who(sheet, plan, y);
    y = consents(sheet, plan, y);
    review(sheet, plan.plan(), y);
    foot(sheet);
  }

  private static float head(Sheet sheet, PlanSheet plan, PaperCopy copy, String municipality) {
    sheet.line(
        "個別避難計画【" + plan.plan().hazard().japanese() + "】", LEFT, Sheet.TOP - 8, 15, true, 330);
    sheet.line(
        "第%s号　%s 用".formatted(copy.number(), copy.holder()),
        LEFT + 335,
        Sheet.TOP - 4,
        9.5f,
        true,
        WIDTH - 335);
    sheet.line(
        municipality + "　印刷 " + TIME.format(copy.at().atZone(JAPAN)),
        LEFT + 335,
        Sheet.TOP - 15,
        7.5f,
        false,
        WIDTH - 335);
    sheet.line(
        "第%d版　%s　複写・目的外の利用を禁じます。不要になったら返してください。"
            .formatted(plan.plan().version(), PaperWords.of(plan.plan().state())),
        LEFT,
        Sheet.TOP - 21,
        7.5f,
        false,
        330);
    return Sheet.TOP - 36;
  }

  private static float person(Sheet sheet, Person person, float y) {
    float at = sheet.heading("1 本人", y);
    Identity who = person.identity();
    sheet.line(who.kana(), LEFT, at + 2, 6.5f, false, 200);
    sheet.line(who.name(), LEFT, at - 10, 13, true, 200);
    sheet.line(
        "生年月日 "
            + who.birthDate().map(DAY::format).orElse("不明")
            + "　電話 "
            + who.phone().orElse("なし")
            + "　移動 "
            + PaperWords.of(person.outline().mobility()),
        LEFT + 205,
        at,
        TEXT,
        false,
        WIDTH - 205);
    sheet.line(
        "住所 "
            + who.residence().orElse(who.address())
            + who.association().map(name -> "（" + name + "）").orElse(""),
        LEFT + 205,
        at - 11,
        TEXT,
        false,
        WIDTH - 205);
    String need = person.condition().map(Condition::reasons).map(PaperWords::list).orElse("");
    String family =
        person
            .contacts()
            .map(
                contacts ->
                    contacts.emergency().stream()
                        .map(
                            each ->
                                each.name()
                                    + each.relation().map(word -> "（" + word + "）").orElse("")
                                    + " "
                                    + each.phone())
                        .collect(Collectors.joining("、")))
            .orElse("");
    sheet.line("支援が必要な理由 " + need, LEFT, at - 23, TEXT, false, WIDTH);
    sheet.line("緊急連絡先 " + (family.isEmpty() ? "記載なし" : family), LEFT, at - 34, TEXT, false, WIDTH);
    return at - 50;
  }

  private static float danger(Sheet sheet, PlanSheet plan, Optional<PlanMap> map, float y) {
    float at = sheet.heading("2 家の危険", y);
    HazardKind hazard = plan.plan().hazard();
    float bottom = at + 8 - MAP_HEIGHT;
    map.ifPresentOrElse(
        drawn -> {
          PlanMapDrawing drawing =
              new PlanMapDrawing(
                  sheet, drawn, new PlanMapDrawing.Box(LEFT, bottom, MAP_WIDTH, MAP_HEIGHT));
          drawing.draw(
              plan.plan().content(), plan.person().outline().home(), plan.supportersToBeShown());
          new PlanLegend(sheet, drawing, LEFT + MAP_WIDTH + 8, WIDTH - MAP_WIDTH - 8)
              .write(hazard, drawn, exposure(hazard, plan.exposures()), at);
        },
        () -> sheet.line("家の位置が分からないため、地図はありません。", LEFT, at - 10, TEXT, false, WIDTH));
    return bottom - 15;
  }

  private static String exposure(HazardKind hazard, List<Exposure> exposures) {
    return exposures.stream()
        .findFirst()
        .map(
            worst ->
                "家は危険な区域の中: "
                    + PaperWords.rank(hazard, worst.rank())
                    + "（"
                    + worst.layer()
                    + " "
                    + worst.scenario()
                    + "）")
        .orElse("家は、この災害の区域の外です（地図に載っている範囲で）。");
  }

  private static float where(Sheet sheet, PlanContent content, float y) {
    float at = sheet.heading("3 どこへ・どうやって", y);
    sheet.line("始める合図　" + PaperWords.signal(content), LEFT, at, 10, true, WIDTH);
    at -= 13;
    List<Destination> destinations = content.destinations();
    for (int i = 0; i < destinations.size(); i++) {
      sheet.line(
          "避難先%d　%s".formatted(i + 1, destinations.get(i).name().orElse("名称不明"))
              + (i == 0 && content.directToWelfareShelter() ? "（指定福祉避難所へ直接）" : ""),
          LEFT,
          at,
          10,
          i == 0,
          WIDTH);
      at -= 12;
    }
    at = routes(sheet, content.routes(), at);
    sheet.line(
        "移動 %s　必要な人 %d人　所要 %s　一時集合 %s"
            .formatted(
                PaperWords.of(content.transport()),
                content.helpersNeeded(),
                content.minutesNeeded().map(minutes -> minutes + "分").orElse("未測定"),
                content.meetingPlace().orElse("なし")),
        LEFT,
        at,
        TEXT,
        false,
        WIDTH);
    at -= 11;
    at =
        sheet.block(
            "持出品 "
                + PaperWords.list(content.items())
                + content.pets().map(pets -> "　ペット " + pets).orElse(""),
            LEFT,
            at,
            TEXT,
            WIDTH,
            2);
    at = sheet.block("家の中・出口 " + content.house().orElse("記載なし"), LEFT, at, TEXT, WIDTH, 2);
    at = sheet.block("配慮 " + content.remarks().orElse("記載なし"), LEFT, at, TEXT, WIDTH, 3);
    return at - 5;
  }

  private static float routes(Sheet sheet, List<PlannedRoute> routes, float y) {
    float at = y;
    if (routes.isEmpty()) {
      sheet.line("経路　まだ調べていません。", LEFT, at, TEXT, false, WIDTH);
      return at - 11;
    }
    for (int i = 0; i < routes.size(); i++) {
      PlannedRoute route = routes.get(i);
      at =
          sheet.block(
              "%s　%,dm　%d分%s%s"
                  .formatted(
                      i == 0 ? "主な経路" : "別の経路",
                      route.metres(),
                      route.minutes(),
                      route
                          .computedAt()
                          .map(time -> "（" + DAY.format(time.atZone(JAPAN)) + "調べ）")
                          .orElse("（手書き）"),
                      route.warnings().isEmpty() ? "" : "　注意 " + PaperWords.list(route.warnings())),
              LEFT,
              at,
              TEXT,
              WIDTH,
              2);
    }
    return at;
  }

  private static float who(Sheet sheet, PlanSheet plan, float y) {
    float at = sheet.heading("4 だれが（この順に連絡）", y);
    List<Assignment> supporters = plan.plan().content().supporters();
    if (supporters.isEmpty()) {
      sheet.line("まだ決まっていません。", LEFT, at, TEXT, false, WIDTH);
      return at - 14;
    }
    for (int i = 0; i < Math.min(MOST_SUPPORTERS, supporters.size()); i++) {
      supporter(sheet, i + 1, supporters.get(i), plan.supporter(supporters.get(i).supporter()), at);
      at -= 11.5f;
    }
    if (supporters.size() > MOST_SUPPORTERS) {
      sheet.line(
          "ほかに%d人。全員は画面で確認してください。".formatted(supporters.size() - MOST_SUPPORTERS),
          LEFT,
          at,
          TEXT,
          true,
          WIDTH);
      at -= 11.5f;
    }
    return at - 4;
  }

  private static void supporter(
      Sheet sheet, int order, Assignment assignment, Supporters.Loaded loaded, float y) {
    Supporter who = loaded.supporter();
    sheet.line("%d %s".formatted(order, who.name()), LEFT, y, 9.5f, true, 108);
    sheet.line(
        PaperWords.of(who.kind()) + "・" + PaperWords.of(assignment.role()),
        LEFT + 112,
        y,
        TEXT,
        false,
        72);
    sheet.line("電話 " + who.phone().orElse("なし"), LEFT + 188, y, TEXT, false, 116);
    sheet.line(who.address().orElse(""), LEFT + 308, y, TEXT, false, 110);
    sheet.line(
        (loaded.absent() ? "今は不在 " : "") + who.hours().map(text -> "不在 " + text).orElse(""),
        LEFT + 422,
        y,
        TEXT,
        false,
        WIDTH - 422);
  }

  private static float consents(Sheet sheet, PlanSheet plan, float y) {
    float at = sheet.heading("5 同意", y);
    sheet.line(
        "計画の作成 %s%s　計画の提供 %s　名簿の提供 %s"
            .formatted(
                PaperWords.of(plan.consents().get(ConsentKind.PLAN_MAKING)),
                plan.plan().agreedOn().map(day -> "（" + DAY.format(day) + "）").orElse(""),
                PaperWords.of(plan.consents().get(ConsentKind.PLAN_PROVISION)),
                PaperWords.of(plan.consents().get(ConsentKind.REGISTER_PROVISION))),
        LEFT,
        at,
        TEXT,
        false,
        WIDTH);
    sheet.line(
        plan.provision().allowed()
            ? "平常時に提供できます（本人と支援者全員が同意）。"
            : "平常時は提供できません（%s）。"
                .formatted(
                    plan.provision().personAgrees()
                        ? "支援者%d人の同意がない".formatted(plan.provision().missing().size())
                        : "本人の同意がない"),
        LEFT,
        at - 11,
        TEXT,
        false,
        WIDTH);
    return at - 27;
  }

  private static void review(Sheet sheet, EvacuationPlan plan, float y) {
    float at = sheet.heading("6 見直し", y);
    sheet.line(
        "次回確認日 %s　作成 %s%s　更新 %s　訓練 %s"
            .formatted(
                DAY.format(plan.content().nextReview()),
                PaperWords.of(plan.content().author()),
                plan.content().authorName().map(name -> "（" + name + "）").orElse(""),
                DAY.format(day(plan)),
                plan.rehearsals().stream()
                    .findFirst()
                    .map(
                        last ->
                            DAY.format(last.on())
                                + last.minutes().map(minutes -> " " + minutes + "分").orElse(""))
                    .orElse("まだ")),
        LEFT,
        at,
        TEXT,
        false,
        WIDTH);
  }

  private static LocalDate day(EvacuationPlan plan) {
    return ZonedDateTime.ofInstant(plan.changedAt(), JAPAN).toLocalDate();
  }

  private static void foot(Sheet sheet) {
    String cut = sheet.wasCut() ? "＊印は書ききれなかった欄です。全文は画面で確認してください。　" : "";
    sheet.block(
        cut
            + "この計画は、避難の支援を必ず受けられることを約束するものではありません。支援する人に法的な義務や責任はありません。"
            + "経路は、その後の通行止めを反映していないことがあります。危険を感じたら、合図を待たずに避難してください。",
        LEFT,
        Sheet.BOTTOM + 20,
        7.5f,
        WIDTH,
        3);
  }
}
