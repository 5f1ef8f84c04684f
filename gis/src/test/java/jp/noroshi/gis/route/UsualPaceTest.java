package jp.noroshi.gis.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsualPaceTest {

  private static final UsualPace SET = new UsualPace(1.5, 0.5);

  @Test
  void thePaceThatWasSetIsTakenWhereNobodySaysAnother() {
    assertThat(SET.of(new RouteWish(Set.of(), WayProfile.FOOT))).isEqualTo(5.4, within(1e-9));
    assertThat(SET.of(new RouteWish(Set.of(), WayProfile.WHEELCHAIR))).isEqualTo(1.8, within(1e-9));
  }

  @Test
  void whoSaysHowFastTheyAreIsBelieved() {
    RouteWish own = new RouteWish(Set.of(), WayProfile.FOOT, OptionalDouble.of(2));
    assertThat(SET.of(own)).isEqualTo(2, within(1e-9));
  }

  @Test
  void oursIsFourKilometresAnHourOnFootAndThreeInAWheelchair() {
    assertThat(UsualPace.OURS.of(new RouteWish(Set.of(), WayProfile.FOOT)))
        .isEqualTo(4, within(1e-9));
    assertThat(UsualPace.OURS.of(new RouteWish(Set.of(), WayProfile.WHEELCHAIR)))
        .isEqualTo(3, within(1e-9));
  }

  @Test
  void kilometresAnHourWrittenForMetresPerSecondAreRefused() {
    assertThatThrownBy(() -> new UsualPace(4, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("metres per second");
  }
}
