package jp.noroshi.opsconsole.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import jp.noroshi.core.storage.Json;
import org.junit.jupiter.api.Test;

class BoardTableTest {

  private final StringWriter written = new StringWriter();
  private final BoardTable table = new BoardTable(new PrintWriter(written));

  @Test
  void eachMediumIsALineWithItsFigures() {
    table.show(media(12000, 500));
    assertThat(written.toString().lines().toList())
        .hasSize(2)
        .last()
        .asString()
        .containsSubsequence("LINE", "12,000", "11,500", "11,500", "0", "500");
  }

  @Test
  void unchangedFiguresAreNotWrittenAgain() {
    table.show(media(10, 5));
    table.show(media(10, 5));
    assertThat(written.toString().lines()).hasSize(2);
  }

  @Test
  void aBoardIsCompleteWhenNobodyWaits() {
    assertThat(BoardTable.isComplete(media(10, 5))).isFalse();
    assertThat(BoardTable.isComplete(media(10, 0))).isTrue();
  }

  @Test
  void aBoardWithoutMediaIsNotComplete() {
    assertThat(BoardTable.isComplete(Json.mapper().createArrayNode())).isFalse();
  }

  private static JsonNode media(int recipients, int waiting) {
    int handedOver = recipients - waiting;
    return Json.mapper()
        .createArrayNode()
        .add(
            Json.mapper()
                .createObjectNode()
                .put("medium", "LINE")
                .put("recipients", recipients)
                .put("handedOver", handedOver)
                .put("accepted", handedOver)
                .put("refused", 0)
                .put("waiting", waiting)
                .put("unknown", 0));
  }
}
