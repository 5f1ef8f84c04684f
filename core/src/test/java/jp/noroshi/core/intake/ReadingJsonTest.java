package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingJsonTest {

  @Test
  void writesAnAlertAsOneLine() {
    Reading reading = Sample.of("jma/landslide_level4.xml").readings().getFirst();

    assertThat(ReadingJson.toJsonLine("a.xml", reading))
        .doesNotContain("\n")
        .startsWith(
            """
            {"file":"a.xml","format":"JMA_XML","telegramType":"VPWW56","status":"EXERCISE",\
            "messageType":"ALERT","identifier":"VPWW56-220000-20260901T000000Z","serial":"",\
            "sender":"静岡地方気象台","sent":"2026-09-01T09:00:00+09:00",\
            "event":"静岡県土砂災害警報・注意報","headline":"伊豆では、土砂災害に厳重に警戒してください。","level":4,\
            "urgency":null,"severity":null,"certainty":null,"expires":null,\
            "restrictions":[],"references":[],"areas":[{"code":"220000",""")
        .contains(
            """
            {"code":"2222500","name":"伊豆の国市","layer":"気象警報・注意報（市町村等）","municipal":true,\
            "kinds":[{"code":"49","name":"レベル４土砂災害危険警報","hazard":"LANDSLIDE","level":4,\
            "state":"RAISED"}]}""")
        .contains(
            """
            "municipal":true,"kinds":[{"code":"","name":"","hazard":"LANDSLIDE","level":null,\
            "state":"NONE"}]}""");
  }

  @Test
  void writesThreatExpiryAndReferencesOfCap() {
    assertThat(
            ReadingJson.toJsonLine(
                "b", Sample.of("cap/landslide_two_languages.cap").readings().getFirst()))
        .contains(
            """
            "level":4,"urgency":"IMMEDIATE","severity":"SEVERE","certainty":"LIKELY",\
            "expires":"2026-09-01T21:00:00+09:00\"""");
    assertThat(ReadingJson.toJsonLine("c", Sample.of("cap/update.cap").readings().getFirst()))
        .contains(
            """
            "references":[{"sender":"bousai@example.jp","identifier":"izunokuni-2026-0901-2",\
            "sent":"2026-09-01T09:30:00+09:00"},""");
  }

  @Test
  void saysWhyATelegramWasNotRead() {
    assertThat(ReadingJson.toJsonLine("d", Sample.of("jma/heat.xml").readings().getFirst()))
        .contains("\"telegramType\":\"VPFT50\"")
        .endsWith("\"areas\":[],\"notRead\":\"「熱中症警戒アラート」は自動では読み取らない電文です。\"}");
  }

  @Test
  void saysWhyAMessageWasRefused() {
    assertThat(
            ReadingJson.toJsonLine(
                "e", new Reading.Refused(Refusal.DOCTYPE, "文書型宣言(DOCTYPE)があるため、受け付けません。")))
        .isEqualTo(
            "{\"file\":\"e\",\"refused\":\"DOCTYPE\",\"detail\":\"文書型宣言(DOCTYPE)があるため、受け付けません。\"}");
  }
}
