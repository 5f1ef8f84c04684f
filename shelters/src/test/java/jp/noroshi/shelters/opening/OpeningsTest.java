package jp.noroshi.shelters.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpeningsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID SCHOOL = UUID.fromString("00000000-0000-0000-0000-000000000001");
  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");

  private Instant now = EVENING;
  private Openings openings;

  @BeforeEach
  void start() {
    database.truncate("core");
    database.truncate("shelters");
    openings =
        new Openings(
            database.database(), new Chronology(database.database()), Mode.DRILL, () -> now);
  }

  private void later() {
    now = now.plus(Duration.ofMinutes(10));
  }

  private long milestones() {
    return database
        .database()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from core.chronology").mapTo(Long.class).one());
  }

  @Test
  void nothingIsOpenBeforeSomebodySaysSo() {
    assertThat(openings.list()).isEmpty();
  }

  @Test
  void anOpenedSiteIsOpenSinceThen() {
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.ROOM, "staff");
    assertThat(openings.list())
        .containsExactly(new OpenSite(SCHOOL, EVENING, Crowding.ROOM, EVENING));
  }

  @Test
  void sayingItAgainRenewsTheTimeAndIsNoMilestone() {
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.ROOM, "staff");
    later();
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.ROOM, "staff");
    assertThat(openings.list()).containsExactly(new OpenSite(SCHOOL, EVENING, Crowding.ROOM, now));
    assertThat(milestones()).isEqualTo(1);
  }

  @Test
  void crowdingChangesWithoutChangingSinceWhenItIsOpen() {
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.ROOM, "staff");
    later();
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.FULL, "staff");
    assertThat(openings.list()).containsExactly(new OpenSite(SCHOOL, EVENING, Crowding.FULL, now));
    assertThat(milestones()).isEqualTo(2);
  }

  @Test
  void aClosedSiteIsNotListedAndKnowsSinceWhen() {
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.ROOM, "staff");
    later();
    openings.say(SCHOOL, OpeningState.CLOSED, Crowding.UNKNOWN, "staff");
    assertThat(openings.list()).isEmpty();
    assertThat(openings.standing()).singleElement().extracting(Opening::since).isEqualTo(now);
  }

  @Test
  void aSiteThatOpensAgainIsOpenSinceTheSecondTime() {
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.ROOM, "staff");
    later();
    openings.say(SCHOOL, OpeningState.CLOSED, Crowding.UNKNOWN, "staff");
    later();
    openings.say(SCHOOL, OpeningState.OPEN, Crowding.ROOM, "staff");
    assertThat(openings.list()).singleElement().extracting(OpenSite::since).isEqualTo(now);
  }
}
