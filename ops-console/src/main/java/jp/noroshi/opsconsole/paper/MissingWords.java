package jp.noroshi.opsconsole.paper;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.gis.register.Consideration;
import jp.noroshi.gis.register.MedicalCare;
import jp.noroshi.gis.register.Sex;
import jp.noroshi.shelters.response.CaseReason;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Missing;

/** What a hand-over says of somebody who is missing; hand-overs are always Japanese. */
final class MissingWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("M/d H:mm", Locale.JAPAN).withZone(ZoneId.of("Asia/Tokyo"));

  /** Stands on what is looked up afterwards: it is for nobody outside. */
  static final String AGAIN = "【控え・庁内用（49条の11第1項）】";

  private MissingWords() {}

  /** Returns what staff wrote down for those who look for them, the newest first. */
  static String notes(Missing missing) {
    return missing.notes().reversed().stream()
        .map(note -> TIME.format(note.at()) + " " + note.text().replaceAll("\\R", " "))
        .collect(Collectors.joining("／"));
  }

  /** Says how the case stands. */
  static String standing(Missing missing) {
    String state = missing.reason().map(MissingWords::of).orElseGet(() -> of(missing.state()));
    return missing.helpWanted() && !missing.reason().equals(Optional.of(CaseReason.HELP_WANTED))
        ? "助けを求めている・" + state
        : state;
  }

  private static String of(CaseState state) {
    return switch (state) {
      case WAITING -> "開始の合図待ち";
      case OPEN -> "担い手をさがしている";
      case ASKED -> "担い手に依頼中";
      case CLAIMED -> "担い手が引き受けた";
      case ON_THE_WAY -> "担い手が向かっている";
      case STAFF -> "職員の対応待ち";
      case SAFE -> "安全";
      case ENDED -> "未確認のまま終了";
    };
  }

  private static String of(CaseReason reason) {
    return switch (reason) {
      case NO_SUPPORTER -> "計画か担い手がない";
      case NOBODY_LEFT -> "担い手が断ったか返事がない";
      case NONE_REACHABLE -> "担い手にメッセージを送れない";
      case CLAIM_SILENT -> "引き受けた担い手から連絡がない";
      case HELP_WANTED -> "本人が助けを求めている";
      case LEFT_SHELTER -> "避難所を出た";
      case DOUBTED -> "安全を取り消した";
      case HANDED_OVER -> "消防・警察に引き継ぎ済み";
    };
  }

  /** Says why somebody is urgent. */
  static String urgency(Missing missing) {
    return Stream.of(
            missing.risk().home() >= 4 ? "家が危険" : "",
            missing.risk().condition() >= 3 ? "動くのに助けが要る" : "",
            missing.risk().alone() >= 3 ? "日中ひとり" : "",
            missing.risk().time() >= 3 ? "時間がない" : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("・"));
  }

  /** Says how to move them, and what has to go with them. */
  static String care(Missing missing) {
    String devices =
        missing.devices().stream().sorted().map(MissingWords::of).collect(Collectors.joining("・"));
    String power =
        missing.powerHours().isPresent()
            ? "（電源 %d時間）".formatted(missing.powerHours().getAsInt())
            : "";
    String considerations =
        missing.considerations().stream()
            .sorted()
            .map(MissingWords::of)
            .collect(Collectors.joining("・"));
    return Stream.of(
            PaperWords.of(missing.mobility()),
            devices.isEmpty() ? "" : devices + power,
            considerations.isEmpty() ? "" : "配慮 " + considerations,
            missing.communication().orElse(""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining("／"));
  }

  /** Says whom to call. */
  static String contacts(Missing missing) {
    return missing.contacts().stream()
        .map(
            each ->
                each.name()
                    + each.relation().map(word -> "（" + word + "）").orElse("")
                    + " "
                    + each.phone())
        .collect(Collectors.joining("／"));
  }

  static String of(Sex sex) {
    return switch (sex) {
      case FEMALE -> "女";
      case MALE -> "男";
      case NOT_SAID -> "";
    };
  }

  private static String of(MedicalCare.Device device) {
    return switch (device) {
      case VENTILATOR -> "人工呼吸器";
      case SUCTION -> "吸引";
      case OXYGEN -> "在宅酸素";
      case DIALYSIS -> "透析";
    };
  }

  private static String of(Consideration consideration) {
    return switch (consideration) {
      case WALKING -> "歩行";
      case HEARING -> "聞く";
      case SEEING -> "見る";
      case UNDERSTANDING -> "理解";
      case JUDGING -> "判断";
      case RECOGNISING -> "人の見分け";
    };
  }

  /** Says on what conditions it is handed over; on every page and every file. */
  static List<String> conditions() {
    return List.of(
        "時点の後に安全が確認された人を含むことがあります。捜索の前に、本部で最新の状況を確かめてください。",
        "受け取った人には守秘義務があります（災害対策基本法49条の13）。目的外の利用と複製を禁じます。");
  }
}
