package jp.noroshi.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Weather warnings of our own making in the shape of the real ones: a prefecture's 土砂災害 with all
 * its municipalities, 40 KB, of which one is 伊豆の国市.
 */
final class Telegrams {

  private static final int MUNICIPALITIES = 110;
  private static final String LEVEL_5 =
      "<Kind><Name>レベル５土砂災害特別警報</Name><Code>39</Code><Status>発表</Status></Kind>";
  private static final String LEVEL_4 =
      "<Kind><Name>レベル４土砂災害危険警報</Name><Code>49</Code><Status>発表</Status></Kind>";

  private static final String WRITTEN = "@written@";
  private static final String SENT = "@sent@";
  private static final String RAISED = text(LEVEL_5);
  private static final String LOWERED = text(LEVEL_4);

  private Telegrams() {}

  /** Makes a telegram that raises to level 5, or one that lowers to level 4. */
  static byte[] at(Instant sent, boolean raised) {
    return (raised ? RAISED : LOWERED)
        .replace(WRITTEN, sent.toString())
        .replace(SENT, sent.atOffset(ZoneOffset.ofHours(9)).toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String kind) {
    String others =
        IntStream.range(0, MUNICIPALITIES)
            .mapToObj(i -> item(kind, "試験市町村第" + i + "区域", "%07d".formatted(9_900_000 + i)))
            .collect(Collectors.joining());
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Report xmlns="http://xml.kishou.go.jp/jmaxml1/">
    <Control><Title>気象警報・注意報（Ｒ０６）（土砂）</Title><DateTime>%s</DateTime><Status>通常</Status>
    <EditorialOffice>静岡地方気象台</EditorialOffice><PublishingOffice>静岡地方気象台</PublishingOffice></Control>
    <Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>静岡県土砂災害警報・注意報</Title>
    <ReportDateTime>%s</ReportDateTime><TargetDateTime>%s</TargetDateTime><EventID/><InfoType>発表</InfoType>
    <Serial/><InfoKind>気象警報・注意報</InfoKind><InfoKindVersion>1.5_0</InfoKindVersion>
    <Headline><Text>土砂災害に警戒してください。</Text></Headline></Head>
    <Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/meteorology1/">
    <Warning type="気象警報・注意報（府県予報区等）">%s</Warning>
    <Warning type="気象警報・注意報（市町村等）">%s%s</Warning></Body>
    </Report>
    """
        .formatted(
            WRITTEN,
            SENT,
            SENT,
            item(kind, "静岡県", "220000"),
            item(kind, "伊豆の国市", "2222500"),
            others);
  }

  private static String item(String kind, String name, String code) {
    return """
    <Item>
    %s
    <Area codeType="気象・地震・火山情報／市町村等">
    <Name>%s</Name>
    <Code>%s</Code>
    </Area>
    <FullStatus>全域</FullStatus>
    <ChangeStatus>警報・注意報種別に変化有</ChangeStatus>
    </Item>
    """
        .formatted(kind, name, code);
  }
}
