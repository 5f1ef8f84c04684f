package jp.noroshi.core.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes small telegrams of our own making: 土砂災害 of 静岡地方気象台, about 伊豆の国市. */
public final class TelegramText {
  private String status = "通常";
  private String infoType = "発表";
  private String sent = "2026-08-13T09:00:00+09:00";
  private String written = "2026-08-13T00:00:00Z";
  private String kind = kind("レベル４土砂災害危険警報", "49", "発表");
  private String body = "";

  private TelegramText() {}

  /** Begins a telegram that says レベル４土砂災害危険警報 (発表). */
  public static TelegramText aTelegram() {
    return new TelegramText();
  }

  /** Makes it 訓練. */
  public TelegramText exercise() {
    status = "訓練";
    return this;
  }

  /** Sets the official time. */
  public TelegramText sent(Instant time) {
    written = time.toString();
    sent = time.atOffset(ZoneOffset.ofHours(9)).toString();
    return this;
  }

  /** Says the kind with another status. */
  public TelegramText kindStatus(String kindStatus) {
    kind = kind("レベル４土砂災害危険警報", "49", kindStatus);
    return this;
  }

  /** Says that nothing is in force. */
  public TelegramText nothing() {
    kind = "<Kind><Status>発表警報・注意報はなし</Status></Kind>";
    return this;
  }

  /** Makes it 取消. */
  public TelegramText cancel() {
    infoType = "取消";
    body = "<Text>先ほどの、土砂災害警報・注意報を取り消します。</Text>";
    return this;
  }

  private static String kind(String name, String code, String status) {
    return "<Kind><Name>%s</Name><Code>%s</Code><Status>%s</Status></Kind>"
        .formatted(name, code, status);
  }

  /** Returns the bytes. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    String content =
        body.isEmpty()
            ? layer("府県予報区等", "静岡県", "220000") + layer("市町村等", "伊豆の国市", "2222500")
            : body;
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
    <Control><Title>気象警報・注意報（Ｒ０６）（土砂）</Title><DateTime>%s</DateTime><Status>%s</Status>
    <EditorialOffice>静岡地方気象台</EditorialOffice><PublishingOffice>静岡地方気象台</PublishingOffice></Control>
    <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>静岡県土砂災害警報・注意報</Title>
    <ReportDateTime>%s</ReportDateTime><TargetDateTime>%s</TargetDateTime><EventID/><InfoType>%s</InfoType>
    <Serial/><InfoKind>気象警報・注意報</InfoKind><InfoKindVersion>1.5_0</InfoKindVersion>
    <Headline><Text>土砂災害に警戒してください。</Text></Headline></Head>
    <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/">%s</Body>
    </Report>
    """
        .formatted(written, status, sent, sent, infoType, content);
  }

  private String layer(String layer, String name, String code) {
    return """
    <Warning type="気象警報・注意報（%s）"><Item>%s<Area><Name>%s</Name><Code>%s</Code></Area></Item></Warning>
    """
        .formatted(layer, kind, name, code);
  }
}
