package jp.noroshi.channels.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReplyTokensTest {

  private Instant now = Instant.parse("2026-07-08T09:00:00Z");
  private final ReplyTokens tokens = new ReplyTokens(() -> now);

  @Test
  void aTokenAnswersWhoDidSomethingOnce() {
    String token = tokens.give("U1");
    assertThat(tokens.use(token)).hasValue("U1");
    assertThat(tokens.use(token)).isEmpty();
    assertThat(tokens.use("invented")).isEmpty();
  }

  @Test
  void aTokenIsGoodForAMinute() {
    String early = tokens.give("U1");
    String late = tokens.give("U1");
    now = now.plusSeconds(59);
    assertThat(tokens.use(early)).isPresent();
    now = now.plusSeconds(1);
    assertThat(tokens.use(late)).isEmpty();
  }

  @Test
  void tokensCanBeMadeTooOld() {
    String token = tokens.give("U1");
    tokens.expire();
    assertThat(tokens.use(token)).isEmpty();
  }
}
