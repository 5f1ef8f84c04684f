package jp.noroshi.core.intake;

import static jp.noroshi.core.alert.AlertBuilder.anAlert;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelFour;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelThree;
import static jp.noroshi.core.alert.AlertBuilder.landslideLevelTwo;
import static jp.noroshi.core.alert.AlertBuilder.nothing;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertBuilder;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Telegrams overtake one another on their way. */
class ArrivalOrderTest {
  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final int SAID = 7;

  private int streams;

  @Test
  void anyOrderOfArrivalEndsInTheSameState() {
    IntakeBench hub = new IntakeBench(database.database(), Mode.LIVE);
    qt().withExamples(60)
        .withFixedSeed(20_260_813)
        .forAll(lists().of(integers().between(0, SAID - 1)).ofSizeBetween(2, 7), integers().all())
        .check(
            (said, seed) -> {
              List<Integer> order = new ArrayList<>();
              for (int index = 0; index < said.size(); index++) {
                order.add(index);
              }
              List<String> inOrder = stateAfter(hub, said, order);
              Collections.shuffle(order, new Random(seed));
              return stateAfter(hub, said, order).equals(inOrder);
            });
  }

  private List<String> stateAfter(IntakeBench hub, List<Integer> said, List<Integer> order) {
    String stream = "VPWW56/" + streams++;
    for (int index : order) {
      hub.take(message(stream, index, said.get(index)));
    }
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select area_code || ' ' || kind_code || ' ' || since from core.in_force
                        where stream = :stream order by 1
                        """)
                    .bind("stream", stream)
                    .mapTo(String.class)
                    .list());
  }

  private static Alert message(String stream, int minute, int said) {
    AlertBuilder alert = anAlert().stream(stream).sentAfter(Duration.ofMinutes(minute));
    return switch (said) {
      case 0 -> alert.kind(landslideLevelTwo(KindState.ISSUED)).build();
      case 1 -> alert.kind(landslideLevelThree(KindState.RAISED)).build();
      case 2 -> alert.kind(landslideLevelFour(KindState.RAISED)).build();
      case 3 -> alert.kind(landslideLevelFour(KindState.LIFTED)).build();
      case 4 -> alert.kind(nothing(Hazard.LANDSLIDE)).build();
      case 5 ->
          alert
              .identifier(stream + "/" + AlertBuilder.NINE_O_CLOCK.plusSeconds(60L * (minute - 1)))
              .messageType(MessageType.CANCEL)
              .build();
      default ->
          alert
              .municipal("2222501", "北部", landslideLevelFour(KindState.ISSUED))
              .municipal("2222502", "南部", nothing(Hazard.LANDSLIDE))
              .build();
    };
  }
}
