package jp.noroshi.core.intake;

import static jp.noroshi.core.alert.AlertBuilder.NINE_O_CLOCK;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelFour;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelThree;
import static jp.noroshi.core.alert.AlertBuilder.unlevelled;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.intake.StreamState.KindInForce;
import jp.noroshi.core.intake.StreamState.KindKey;
import jp.noroshi.core.place.AreaCode;
import org.junit.jupiter.api.Test;

class ChangeFinderTest {
  private static final AreaCode HERE = new AreaCode("2222500");

  private static StreamState inForce(AlertKind... kinds) {
    return new StreamState(
        Arrays.stream(kinds)
            .map(kind -> new ConcernedKind(HERE, "伊豆の国市", true, kind, List.of(HERE)))
            .collect(
                Collectors.toMap(
                    KindKey::of,
                    concerned ->
                        new KindInForce(
                            concerned, NINE_O_CLOCK, UUID.randomUUID(), Optional.empty()))));
  }

  private static Map<String, Change> changes(StreamState before, StreamState after) {
    return ChangeFinder.find(before, after, false).stream()
        .collect(Collectors.toMap(change -> change.concerned().kind().code(), KindChange::change));
  }

  @Test
  void ofOneHazardOneKindTakesThePlaceOfTheOther() {
    StreamState three = inForce(landslideLevelThree(KindState.ISSUED));
    StreamState four = inForce(landslideLevelFour(KindState.ISSUED));

    assertThat(changes(three, four)).isEqualTo(Map.of("49", Change.RAISED));
    assertThat(changes(four, three)).isEqualTo(Map.of("09", Change.LOWERED));
    assertThat(changes(four, four)).isEqualTo(Map.of("49", Change.CONTINUED));
    assertThat(changes(four, inForce())).isEqualTo(Map.of("49", Change.LIFTED));
  }

  @Test
  void withoutLevelsTheSenderSaysWhichIsMore() {
    StreamState gale = inForce(unlevelled("15", "強風注意報", Hazard.STORM, KindState.ISSUED));
    StreamState storm = inForce(unlevelled("05", "暴風警報", Hazard.STORM, KindState.RAISED));
    StreamState less = inForce(unlevelled("15", "強風注意報", Hazard.STORM, KindState.LOWERED));

    assertThat(changes(gale, storm)).isEqualTo(Map.of("05", Change.RAISED));
    assertThat(changes(storm, less)).isEqualTo(Map.of("15", Change.LOWERED));
  }

  @Test
  void thunderAndFogHaveNothingToDoWithEachOther() {
    StreamState thunder = inForce(unlevelled("14", "雷注意報", Hazard.OTHER_WEATHER, KindState.ISSUED));
    StreamState fog = inForce(unlevelled("20", "濃霧注意報", Hazard.OTHER_WEATHER, KindState.ISSUED));

    assertThat(changes(thunder, fog)).isEqualTo(Map.of("14", Change.LIFTED, "20", Change.BEGAN));
  }
}
