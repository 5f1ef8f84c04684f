package jp.noroshi.shelters.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.AlertSourceContractTest;
import jp.noroshi.core.intake.HandRounds;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.intake.SourceHealth.State;
import org.junit.jupiter.api.Test;

class ShelterSourceTest extends AlertSourceContractTest {

  private static final OpeningWord OPEN = new OpeningWord.Open("");
  private static final OpeningWord CLOSE = new OpeningWord.Close("");
  private static final Duration GATHERING = ShelterSettings.USUAL.gatherFor();

  private NewsBench bench;
  private HandRounds rounds;
  private ShelterSource source;

  @Override
  protected AlertSource source() {
    database.truncate("shelters");
    bench = new NewsBench(database.database(), clock);
    rounds = new HandRounds();
    source = bench.source(rounds);
    return source;
  }

  @Override
  protected void offer(String name, byte[] bytes) {
    bench.lay(bytes);
    rounds.turn();
  }

  private void lookAgainAfter(Duration time) {
    clock.advance(time);
    rounds.turn();
  }

  private void settle() {
    rounds.turn();
    lookAgainAfter(GATHERING);
  }

  private List<String> told() {
    return new Situation(Mode.LIVE, database.database(), clock)
        .listLatest(Optional.empty(), 100).reversed().stream()
            .map(Situation.AlertSummary::headline)
            .toList();
  }

  @Test
  void anOpeningIsSentByTheRuleOnceItHasLastedAWhile() {
    bench.say(bench.place("見本小学校"), OPEN);
    rounds.turn();
    assertThat(told()).isEmpty();
    lookAgainAfter(GATHERING);
    assertThat(told()).containsExactly("見本小学校を開設しました。");
    assertThat(dispositions()).containsExactly(Disposition.SENT);
    lookAgainAfter(Duration.ofHours(1));
    assertThat(told()).hasSize(1);
  }

  @Test
  void aNightOfTwentyOpeningsIsOneMessage() {
    for (int i = 1; i <= 20; i++) {
      bench.say(bench.place("見本第" + i + "小学校"), OPEN);
      lookAgainAfter(Duration.ofSeconds(5));
    }
    lookAgainAfter(GATHERING);
    assertThat(told()).containsExactly("20か所の避難所を開設しました。");
  }

  @Test
  void anOpeningTakenBackAtOnceIsNeverTold() {
    Shelter school = bench.place("見本小学校");
    bench.say(school, OPEN);
    rounds.turn();
    bench.say(school, CLOSE);
    settle();
    assertThat(told()).isEmpty();
  }

  @Test
  void fullRoomAgainClosingAndClosedAreEachTold() {
    Shelter school = bench.place("見本小学校");
    bench.say(school, OPEN);
    settle();
    bench.count(school, 100);
    settle();
    bench.count(school, 60);
    settle();
    bench.say(school, new OpeningWord.BeginClosing(""));
    settle();
    bench.say(school, CLOSE);
    settle();
    assertThat(told())
        .containsExactly(
            "見本小学校を開設しました。",
            "見本小学校は満員です。ほかの避難所へ避難してください。",
            "見本小学校に空きができました。",
            "見本小学校は閉鎖の準備に入り、新しい受け入れを終えました。",
            "見本小学校を閉鎖しました。");
  }

  @Test
  void neitherInstructionsNorPlacesResidentsMustNotKnowAreTold() {
    bench.say(bench.place("見本小学校"), new OpeningWord.Instruct(""));
    bench.say(bench.place("車中泊の場所", false), OPEN);
    settle();
    assertThat(told()).isEmpty();
  }

  @Test
  void aCorrectionOfWhatResidentsWereToldIsToldOnce() {
    Shelter hall = bench.place("見本集会所");
    bench.correct(hall, "見本会館", "", true);
    bench.say(hall, OPEN);
    settle();
    bench.correct(hall, "見本公民館", "", true);
    rounds.turn();
    bench.correct(hall, "見本公民館", "見本二丁目", true);
    lookAgainAfter(GATHERING);
    lookAgainAfter(Duration.ofHours(1));
    assertThat(told()).containsExactly("見本会館を開設しました。", "見本公民館（訂正前: 見本会館）の案内を訂正しました。");
    assertThat(dispositions()).containsExactly(Disposition.SENT, Disposition.SENT);
  }

  @Test
  void aCorrectionTakenBackAtOnceIsNeverTold() {
    Shelter hall = bench.place("見本公民館");
    bench.say(hall, OPEN);
    settle();
    bench.correct(hall, "見本集会所", "", true);
    rounds.turn();
    bench.correct(hall, "見本公民館", "", true);
    settle();
    assertThat(told()).containsExactly("見本公民館を開設しました。");
  }

  @Test
  void aPlaceNoLongerAnnouncedIsNotToldToHaveClosed() {
    Shelter hall = bench.place("見本公民館");
    bench.say(hall, OPEN);
    settle();
    bench.correct(hall, "見本公民館", "", false);
    settle();
    assertThat(told()).containsExactly("見本公民館を開設しました。");
    bench.correct(hall, "見本集会所", "", true);
    settle();
    assertThat(told()).containsExactly("見本公民館を開設しました。", "見本集会所を開設しました。");
  }

  @Test
  void aRestartTellsNothingTwiceAndForgetsNothing() throws Exception {
    bench.say(bench.place("見本小学校"), OPEN);
    settle();
    bench.say(bench.place("見本中学校"), OPEN);
    rounds.turn();
    await(source.stop());
    HandRounds after = new HandRounds();
    await(bench.source(after).start(intake));
    clock.advance(GATHERING);
    after.turn();
    after.turn();
    assertThat(told()).containsExactly("見本小学校を開設しました。", "見本中学校を開設しました。");
  }

  @Test
  void twoHubsTellOnce() throws Exception {
    HandRounds second = new HandRounds();
    await(bench.source(second).start(intake));
    bench.say(bench.place("見本小学校"), OPEN);
    rounds.turn();
    second.turn();
    clock.advance(GATHERING);
    second.turn();
    rounds.turn();
    assertThat(told()).containsExactly("見本小学校を開設しました。");
  }

  @Test
  void whatTheIntakeCannotStoreIsHandedOverAgainAndTakenInOnce() throws Exception {
    await(source.stop());
    HandRounds again = new HandRounds();
    int[] calls = {0};
    ShelterSource doubting = bench.source(again);
    await(
        doubting.start(
            message -> {
              // Taken in, but the answer is lost: the worst moment to end.
              intake.take(message);
              if (calls[0]++ == 0) {
                throw new IllegalStateException("the connection broke");
              }
              return intake.take(message);
            }));
    bench.say(bench.place("見本小学校"), OPEN);
    again.turn();
    clock.advance(GATHERING);
    again.turn();
    assertThat(doubting.health().state()).isEqualTo(State.FAILING);
    again.turn();
    assertThat(told()).containsExactly("見本小学校を開設しました。");
    assertThat(doubting.health().state()).isEqualTo(State.WELL);
  }

  @Test
  void newsAboutSheltersIsNoDangerInForce() {
    bench.say(bench.place("見本小学校"), OPEN);
    settle();
    assertThat(new Situation(Mode.LIVE, database.database(), clock).listInForce()).isEmpty();
  }
}
