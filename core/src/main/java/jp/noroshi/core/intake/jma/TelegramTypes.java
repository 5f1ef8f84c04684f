package jp.noroshi.core.intake.jma;

import java.util.Map;

/**
 * Telegram types by Control/Title, the only field that always tells them apart: InfoKind has been
 * seen altered, and file names do not reach a reader. Types that share a title get the name of the
 * family ({@code VXKO} for VXKO50 … 89).
 */
final class TelegramTypes {
  private static final Map<String, String> BY_TITLE =
      Map.ofEntries(
          Map.entry("気象特別警報・警報・注意報", "VPWW53"),
          Map.entry("気象警報・注意報（Ｈ２７）", "VPWW54"),
          Map.entry("気象警報・注意報（Ｒ０６）（大雨）", "VPWW55"),
          Map.entry("気象警報・注意報（Ｒ０６）（土砂）", "VPWW56"),
          Map.entry("気象警報・注意報（Ｒ０６）（高潮）", "VPWW57"),
          Map.entry("気象警報・注意報（Ｒ０６）（暴風）", "VPWW58"),
          Map.entry("気象警報・注意報（Ｒ０６）（波浪）", "VPWW59"),
          Map.entry("気象警報・注意報（Ｒ０６）（大雪）", "VPWW60"),
          Map.entry("気象警報・注意報（Ｒ０６）（その他注意報）", "VPWW61"),
          Map.entry("気象警報・注意報時系列情報（Ｒ０６）", "VPWP50"),
          Map.entry("気象特別警報報知", "VPNO50"),
          Map.entry("土砂災害警戒情報", "VXWW50"),
          Map.entry("指定河川洪水予報", "VXKO"),
          Map.entry("水位周知河川に関する情報", "VXSU"),
          Map.entry("竜巻注意情報", "VPHW50"),
          Map.entry("竜巻注意情報（目撃情報付き）", "VPHW51"),
          Map.entry("記録的短時間大雨情報", "VPOA50"),
          Map.entry("早期注意情報（明後日まで）", "VPFD61"),
          Map.entry("警報級の可能性（明後日以降）", "VPFW60"),
          Map.entry("熱中症警戒アラート", "VPFT50"),
          Map.entry("地方海上警報（Ｈ２８）", "VPCU51"),
          Map.entry("府県気象防災速報", "VPBS50"),
          Map.entry("全般気象情報", "VPZJ50"),
          Map.entry("全般気象解説情報", "VPZJ51"),
          Map.entry("地方気象解説情報", "VPCJ51"),
          Map.entry("府県気象解説情報", "VPFJ51"),
          Map.entry("全般気象解説情報（潮位）", "VMCJ53"),
          Map.entry("台風解析・予報情報（５日予報）（Ｈ３０）", "VPTW"),
          Map.entry("緊急地震速報（警報）", "VXSE43"),
          Map.entry("緊急地震速報（予報）", "VXSE44"),
          Map.entry("緊急地震速報（地震動予報）", "VXSE45"),
          Map.entry("震度速報", "VXSE51"),
          Map.entry("震源に関する情報", "VXSE52"),
          Map.entry("震源・震度に関する情報", "VXSE53"),
          Map.entry("地震の活動状況等に関する情報", "VXSE56"),
          Map.entry("地震回数に関する情報", "VXSE60"),
          Map.entry("顕著な地震の震源要素更新のお知らせ", "VXSE61"),
          Map.entry("長周期地震動に関する観測情報", "VXSE62"),
          Map.entry("津波警報・注意報・予報a", "VTSE41"),
          Map.entry("津波情報a", "VTSE51"),
          Map.entry("沖合の津波観測に関する情報", "VTSE52"),
          Map.entry("南海トラフ地震臨時情報", "VYSE50"),
          Map.entry("南海トラフ地震関連解説情報", "VYSE"),
          Map.entry("北海道・三陸沖後発地震注意情報", "VYSE60"),
          Map.entry("地震・津波に関するお知らせ", "VZSE40"),
          Map.entry("噴火警報・予報", "VFVO50"),
          Map.entry("火山の状況に関する解説情報", "VFVO51"),
          Map.entry("噴火に関する火山観測報", "VFVO52"),
          Map.entry("降灰予報（定時）", "VFVO53"),
          Map.entry("降灰予報（速報）", "VFVO54"),
          Map.entry("降灰予報（詳細）", "VFVO55"),
          Map.entry("噴火速報", "VFVO56"),
          Map.entry("推定噴煙流向報", "VFVO60"),
          Map.entry("火山現象に関する海上警報・海上予報", "VFSV"));

  private TelegramTypes() {}

  /** Returns the type of this title, or the title itself where the hub does not know it. */
  static String of(String title) {
    return BY_TITLE.getOrDefault(title, title);
  }
}
