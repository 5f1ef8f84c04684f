package jp.noroshi.gis.register;

/** A column of an extract, found by any of its headings, never by its position. */
enum ExtractColumn {
  REFERENCE("宛名番号", "住民番号", "整理番号", "個人番号(宛名)", "被保険者宛名番号"),
  NAME("氏名", "氏名漢字", "名前"),
  KANA("フリガナ", "氏名カナ", "カナ氏名", "ふりがな"),
  BIRTH("生年月日"),
  SEX("性別"),
  ADDRESS("住所", "現住所"),
  RESIDENCE("居所"),
  PHONE("電話番号", "電話", "連絡先"),
  FAX("FAX", "FAX番号", "ファクス"),
  MAIL("メール", "メールアドレス"),
  ASSOCIATION("自治会", "自治会名", "行政区"),
  BLOCK("班", "班名", "組"),
  COMMISSIONER("民生委員", "担当民生委員"),
  HOUSEHOLD("世帯構成", "世帯"),
  ALONE_BY_DAY("日中独居"),
  DISTRICT("地区コード", "地区", "地区名"),
  LATITUDE("緯度"),
  LONGITUDE("経度"),
  MOVEMENT("異動事由", "異動区分"),
  CARE_LEVEL("要介護状態区分", "要介護度", "認定結果"),
  CARE_MANAGER("ケアマネジャー", "居宅介護支援事業所", "担当ケアマネ"),
  CERTIFICATE("手帳種別", "手帳"),
  GRADE("等級", "障害等級", "級"),
  PART("部位", "障害部位", "障害名"),
  DISEASE("難病", "指定難病名"),
  DEVICES("医療的ケア", "医療機器"),
  POWER_HOURS("電源時間", "バッテリー時間"),
  COUNSELLOR("相談支援", "相談支援事業所"),
  COMMUNICATION("意思疎通手段", "コミュニケーション手段"),
  CONSENT("同意"),
  ANSWER("回答"),
  ANSWERED_ON("回答日"),
  METHOD("方法"),
  PROXY("代理人"),
  EVIDENCE("根拠");

  private final String headings;

  ExtractColumn(String... headings) {
    this.headings = String.join("|", headings);
  }

  /** Returns the headings it goes by, the usual one first. */
  String[] headings() {
    return headings.split("\\|", -1);
  }
}
