package jp.noroshi.shelters.opening;

import static jp.noroshi.shelters.opening.ShelterBuilder.aShelter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShelterStandingTest {

  private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
  private static final Instant BEFORE = NOW.minus(Duration.ofMinutes(20));

  private static Optional<Opening> opening(
      OpeningState state, Crowding said, Optional<Instant> until) {
    return Optional.of(
        new Opening(
            aShelter().build().id(),
            state,
            said,
            until,
            Optional.empty(),
            Optional.of(BEFORE),
            BEFORE,
            BEFORE,
            "staff"));
  }

  private static ShelterStanding standing(Optional<Opening> opening, int people) {
    return ShelterStanding.of(
        aShelter().build(),
        opening,
        Optional.of(new Headcount(people, NOW)),
        ShelterSettings.USUAL,
        NOW);
  }

  private static Optional<Opening> open(Crowding said, Optional<Instant> until) {
    return opening(OpeningState.OPEN, said, until);
  }

  @ParameterizedTest
  @CsvSource({
    "0, ROOM",
    "49, ROOM",
    "50, SOMEWHAT_CROWDED",
    "79, SOMEWHAT_CROWDED",
    "80, CROWDED",
    "99, CROWDED",
    "100, FULL",
    "140, FULL"
  })
  void aHundredPlacesAreAsCrowdedAsTheCountSays(int people, Crowding crowding) {
    assertThat(standing(open(Crowding.UNKNOWN, Optional.empty()), people).crowding())
        .isEqualTo(crowding);
  }

  @Test
  void aWordOfStaffGoesBeforeTheCountUntilItsTimeIsOver() {
    Optional<Instant> later = Optional.of(NOW.plusSeconds(1));
    assertThat(standing(open(Crowding.FULL, Optional.empty()), 3).crowding())
        .isEqualTo(Crowding.FULL);
    assertThat(standing(open(Crowding.FULL, later), 3).crowding()).isEqualTo(Crowding.FULL);
    assertThat(standing(open(Crowding.FULL, Optional.of(NOW)), 3).crowding())
        .isEqualTo(Crowding.ROOM);
  }

  @Test
  void withoutACapacityOrACountNobodyKnows() {
    Optional<Opening> open = open(Crowding.UNKNOWN, Optional.empty());
    assertThat(
            ShelterStanding.of(
                    aShelter().holding(Optional.empty()).build(),
                    open,
                    Optional.of(new Headcount(30, NOW)),
                    ShelterSettings.USUAL,
                    NOW)
                .crowding())
        .isEqualTo(Crowding.UNKNOWN);
    assertThat(
            ShelterStanding.of(
                    aShelter().build(), open, Optional.empty(), ShelterSettings.USUAL, NOW)
                .crowding())
        .isEqualTo(Crowding.UNKNOWN);
  }

  @Test
  void whereNobodyIsExpectedNothingIsCrowded() {
    assertThat(
            standing(opening(OpeningState.CLOSED, Crowding.UNKNOWN, Optional.empty()), 100)
                .crowding())
        .isEqualTo(Crowding.UNKNOWN);
  }

  @Test
  void itIsAsFreshAsTheLastWordOrCount() {
    assertThat(standing(open(Crowding.UNKNOWN, Optional.empty()), 3).asOf()).contains(NOW);
    assertThat(
            ShelterStanding.of(
                    aShelter().build(),
                    open(Crowding.ROOM, Optional.empty()),
                    Optional.empty(),
                    ShelterSettings.USUAL,
                    NOW)
                .asOf())
        .contains(BEFORE);
  }

  @Test
  void thresholdsRise() {
    assertThatThrownBy(() -> new ShelterSettings(0.9, 0.8, null, null, null))
        .hasMessageContaining("must rise");
  }
}
