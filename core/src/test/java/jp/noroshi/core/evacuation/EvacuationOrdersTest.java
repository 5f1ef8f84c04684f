package jp.noroshi.core.evacuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.evacuation.EvacuationChange.Group;
import jp.noroshi.core.evacuation.EvacuationChange.Step;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvacuationOrdersTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<AreaCode> DISTRICTS =
      List.of(new AreaCode("22225-01"), new AreaCode("22225-02"), new AreaCode("22225-03"));
  private static final List<Hazard> HAZARDS = List.of(Hazard.FLOOD, Hazard.LANDSLIDE);
  private static final Instant START = Instant.parse("2026-08-13T00:00:00Z");

  private EvacuationOrders orders;

  @BeforeEach
  void openOrders() {
    database.truncate("core");
    orders = new EvacuationOrders(database.database(), Mode.LIVE);
  }

  @Test
  void aProposalOrdersNothing() {
    propose(Hazard.FLOOD, Map.of(DISTRICTS.getFirst(), Optional.of(AlertLevel.FOUR)), START);
    assertThat(orders.listInForce()).isEmpty();
  }

  @Test
  void aChangeTakesEffectOnce() {
    EvacuationChange change =
        propose(Hazard.FLOOD, Map.of(DISTRICTS.getFirst(), Optional.of(AlertLevel.FOUR)), START);
    assertThat(takeEffect(change, START)).isTrue();
    assertThat(takeEffect(change, START)).isFalse();
    assertThat(orders.findChange(change.id()).orElseThrow().effectiveAt()).contains(START);
  }

  @Test
  void theOrdersOfADrillAreOrdersOfADrillOnly() {
    EvacuationChange change =
        propose(Hazard.FLOOD, Map.of(DISTRICTS.getFirst(), Optional.of(AlertLevel.FOUR)), START);
    takeEffect(change, START);
    EvacuationOrders drill = new EvacuationOrders(database.database(), Mode.DRILL);
    assertThat(drill.listInForce()).isEmpty();
    assertThat(drill.findChange(change.id())).isEmpty();
  }

  @Test
  void aDistrictKeepsItsTimeWhileItsLevelStays() {
    apply(Hazard.FLOOD, Map.of(DISTRICTS.get(0), Optional.of(AlertLevel.FOUR)), START);
    Instant later = START.plusSeconds(600);
    apply(
        Hazard.FLOOD,
        Map.of(
            DISTRICTS.get(0),
            Optional.of(AlertLevel.FOUR),
            DISTRICTS.get(1),
            Optional.of(AlertLevel.FOUR)),
        later);
    assertThat(orders.listInForce())
        .extracting(EvacuationOrder::since)
        .containsExactly(START, later);
  }

  @Test
  void theGravestComesFirst() {
    apply(Hazard.FLOOD, Map.of(DISTRICTS.get(0), Optional.of(AlertLevel.THREE)), START);
    apply(Hazard.LANDSLIDE, Map.of(DISTRICTS.get(1), Optional.of(AlertLevel.FIVE)), START);
    apply(Hazard.LANDSLIDE, Map.of(DISTRICTS.get(0), Optional.of(AlertLevel.FOUR)), START);
    assertThat(orders.listInForce())
        .extracting(EvacuationOrder::level)
        .containsExactly(AlertLevel.FIVE, AlertLevel.FOUR, AlertLevel.THREE);
  }

  @Test
  void aTsunamiOrderDoesNotShowItsLevel() {
    apply(Hazard.TSUNAMI, Map.of(DISTRICTS.getFirst(), Optional.of(AlertLevel.FOUR)), START);
    assertThat(orders.listInForce()).noneMatch(EvacuationOrder::showsLevel);
  }

  /**
   * Two hundred random changes, some of them proposed before and approved after others, against the
   * simplest model there is: a map.
   */
  @Test
  void theStateIsThatOfASimpleMapWhateverComesInWhateverOrder() {
    Random random = new Random(20260813);
    Map<String, Integer> model = new TreeMap<>();
    List<EvacuationChange> waiting = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Instant now = START.plusSeconds(i);
      if (random.nextBoolean() || waiting.isEmpty()) {
        EvacuationChange change =
            propose(HAZARDS.get(random.nextInt(2)), randomTarget(random), now);
        assertThat(change.before()).isEqualTo(levels(model, change));
        if (!change.changesNothing()) {
          waiting.add(change);
        }
      } else {
        EvacuationChange change = waiting.remove(random.nextInt(waiting.size()));
        boolean fits = change.before().equals(levels(model, change));
        assertThat(takeEffect(change, now)).isEqualTo(fits);
        if (fits) {
          change.districts().forEach(district -> put(model, change, district));
        }
      }
      assertThat(state()).isEqualTo(model);
    }
  }

  @Test
  void everyDistrictIsInExactlyOneGroupThatTellsItsStep() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      EvacuationChange change = randomChange(random);
      List<AreaCode> told =
          change.groups().stream().flatMap(group -> group.districts().stream()).sorted().toList();
      assertThat(told).isEqualTo(change.districts());
      for (Group group : change.groups()) {
        int from = group.from().map(AlertLevel::number).orElse(0);
        int to = group.to().map(AlertLevel::number).orElse(0);
        assertThat(group.step()).isEqualTo(expected(from, to));
      }
    }
  }

  private static Step expected(int from, int to) {
    if (from == to) {
      return Step.UNCHANGED;
    }
    if (from == 0) {
      return Step.ISSUED;
    }
    if (to == 0) {
      return Step.LIFTED;
    }
    return to > from ? Step.RAISED : Step.LOWERED;
  }

  private static EvacuationChange randomChange(Random random) {
    Map<AreaCode, AlertLevel> before = new HashMap<>();
    Map<AreaCode, AlertLevel> after = new HashMap<>();
    for (AreaCode district : DISTRICTS) {
      randomLevel(random).ifPresent(level -> before.put(district, level));
      randomLevel(random).ifPresent(level -> after.put(district, level));
    }
    return new EvacuationChange(
        UUID.randomUUID(),
        Mode.LIVE,
        Hazard.FLOOD,
        "",
        DISTRICTS,
        before,
        after,
        "sato",
        START,
        Optional.empty());
  }

  private static Map<AreaCode, Optional<AlertLevel>> randomTarget(Random random) {
    Map<AreaCode, Optional<AlertLevel>> target = new HashMap<>();
    Optional<AlertLevel> level = randomLevel(random);
    target.put(DISTRICTS.get(random.nextInt(3)), level);
    target.put(DISTRICTS.get(random.nextInt(3)), level);
    return target;
  }

  private static Optional<AlertLevel> randomLevel(Random random) {
    int number = random.nextInt(4);
    return number == 0 ? Optional.empty() : AlertLevel.find(number + 2);
  }

  private static Map<AreaCode, AlertLevel> levels(
      Map<String, Integer> model, EvacuationChange change) {
    Map<AreaCode, AlertLevel> levels = new HashMap<>();
    for (AreaCode district : change.districts()) {
      Optional.ofNullable(model.get(key(district, change.hazard())))
          .ifPresent(level -> levels.put(district, AlertLevel.of(level)));
    }
    return levels;
  }

  private static void put(Map<String, Integer> model, EvacuationChange change, AreaCode district) {
    AlertLevel level = change.after().get(district);
    String key = key(district, change.hazard());
    if (level == null) {
      model.remove(key);
    } else {
      model.put(key, level.number());
    }
  }

  private Map<String, Integer> state() {
    return orders.listInForce().stream()
        .collect(
            Collectors.toMap(
                order -> key(order.district(), order.hazard()),
                order -> order.level().number(),
                (first, _) -> first,
                TreeMap::new));
  }

  private static String key(AreaCode district, Hazard hazard) {
    return district + " " + hazard;
  }

  private EvacuationChange propose(
      Hazard hazard, Map<AreaCode, Optional<AlertLevel>> after, Instant at) {
    return database
        .database()
        .inTransaction(handle -> orders.propose(handle, hazard, "", after, "sato", at));
  }

  private boolean takeEffect(EvacuationChange change, Instant at) {
    return database
        .database()
        .inTransaction(
            handle -> {
              boolean effective = orders.takeEffect(handle, change, at);
              if (!effective) {
                handle.rollback();
              }
              return effective;
            });
  }

  private void apply(Hazard hazard, Map<AreaCode, Optional<AlertLevel>> after, Instant at) {
    assertThat(takeEffect(propose(hazard, after, at), at)).isTrue();
  }
}
