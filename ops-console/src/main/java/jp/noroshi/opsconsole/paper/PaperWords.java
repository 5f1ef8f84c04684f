package jp.noroshi.opsconsole.paper;

import java.util.List;
import java.util.Map;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanAuthor;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanState;
import jp.noroshi.gis.plan.SupportRole;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.plan.Transport;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.Mobility;

/** What paper calls things; paper is always Japanese. */
final class PaperWords {

  private PaperWords() {}

  static String of(PlanState state) {
    return switch (state) {
      case DRAFT -> "作成中（本人の同意前）";
      case AGREED -> "同意済み";
      case REVIEW_DUE -> "見直しが必要";
    };
  }

  static String of(PlanAuthor author) {
    return switch (author) {
      case FAMILY -> "本人・家族";
      case COMMUNITY -> "地域";
      case PROFESSIONAL -> "福祉専門職";
    };
  }

  static String of(Transport transport) {
    return switch (transport) {
      case ON_FOOT -> "徒歩";
      case WHEELCHAIR -> "車いす";
      case CAR -> "自家用車";
      case WELFARE_VEHICLE -> "福祉車両";
      case CARRIED -> "担架・背負い";
    };
  }

  static String of(SupportRole role) {
    return switch (role) {
      case CALL -> "声かけ";
      case ACCOMPANY -> "同行";
      case DRIVE -> "運転";
      case CARRY -> "介助・搬送";
    };
  }

  static String of(Supporter.Kind kind) {
    return switch (kind) {
      case PERSON -> "個人";
      case GROUP -> "団体";
    };
  }

  static String of(ConsentAnswer answer) {
    return switch (answer) {
      case GIVEN -> "同意";
      case REFUSED -> "不同意";
      case WITHDRAWN -> "撤回";
      case UNANSWERED -> "未回答";
    };
  }

  static String of(Mobility mobility) {
    return switch (mobility) {
      case WALKS -> "自力で歩ける";
      case WALKS_SLOWLY -> "ゆっくり歩ける";
      case WITH_AID -> "杖・歩行器";
      case GUIDED -> "手を引く";
      case WHEELCHAIR -> "車いす";
      case CARRIED -> "担架・背負い";
      case BY_VEHICLE -> "車両が必要";
    };
  }

  static String signal(PlanContent content) {
    String words =
        switch (content.startSignal()) {
          case LEVEL_3 -> "警戒レベル3 高齢者等避難";
          case LEVEL_4 -> "警戒レベル4 避難指示";
          case TSUNAMI_WARNING -> "津波警報・大津波警報";
          case STRONG_SHAKING -> "強い揺れ";
          case OTHER -> "その他";
        };
    return content.startDetail().map(detail -> words + "（" + detail + "）").orElse(words);
  }

  /** Says what a rank means: metres of water, or the two zones of landslides. */
  static String rank(HazardKind hazard, int rank) {
    return hazard == HazardKind.LANDSLIDE
        ? Map.of(1, "警戒区域", 2, "特別警戒区域").getOrDefault(rank, "区域内")
        : Map.of(1, "0.5m未満", 2, "0.5～3m", 3, "3～5m", 4, "5～10m", 5, "10～20m", 6, "20m以上")
            .getOrDefault(rank, "区域内");
  }

  static String list(List<String> words) {
    return String.join("、", words);
  }
}
