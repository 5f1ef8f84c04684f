package jp.noroshi.opsconsole.app.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.opsconsole.app.client.HubClient;
import jp.noroshi.opsconsole.app.scenario.ListedPeople.Listed;
import jp.noroshi.shelters.checkin.CheckinEvent;
import jp.noroshi.shelters.checkin.Fact;
import jp.noroshi.shelters.checkin.LeftFor;
import jp.noroshi.shelters.checkin.Need;
import jp.noroshi.shelters.checkin.PersonCard;
import jp.noroshi.shelters.checkin.Sign;
import jp.noroshi.shelters.checkin.StayForm;

/**
 * The tablet of a shelter in a scenario: it writes events down and hands them in when it has a
 * network.
 */
final class ScenarioTablet {

  private static final int AT_ONCE = 500;
  private static final List<String> KANA = List.of("ミホン", "カリヤ", "レイダ", "ソウゾウ", "ツクリ");
  private static final List<String> NAMES = List.of("見本", "仮屋", "例田", "想像", "造");

  private final String shelterName;
  private final UUID shelter;
  private final UUID device;
  private final HubClient client;
  private final InstantSource clock;
  private final Random random;
  private final List<CheckinEvent> waiting = new ArrayList<>();
  private final List<UUID> here = new ArrayList<>();
  private int counted;
  private boolean online = true;
  private long lastWall;
  private int count;

  ScenarioTablet(
      JsonNode shelter, JsonNode enrolled, HubClient client, InstantSource clock, Random random) {
    this.shelterName = shelter.path("name").asText();
    this.shelter = UUID.fromString(shelter.path("id").asText());
    this.device = UUID.fromString(enrolled.path("device").asText());
    this.client = client.withToken(enrolled.path("token").asText());
    this.clock = clock;
    this.random = random;
  }

  String shelterName() {
    return shelterName;
  }

  int unsent() {
    return waiting.size();
  }

  /** Has a network from now on, or has none. */
  void setOnline(boolean now) {
    online = now;
    handIn();
  }

  /** A household comes: counted, or with the card of its first person. */
  void receive(int people, boolean named) {
    if (named) {
      arrive(people, invented());
    } else {
      counted += people;
      write(new Sign.Counted(people, 1));
    }
    handIn();
  }

  /** Somebody of the register comes, and says who they are. */
  void receive(Listed person) {
    arrive(
        1,
        card(
            person.name(),
            person.kana(),
            Optional.of(person.birth()),
            Optional.empty(),
            person.sex()));
    handIn();
  }

  /** A household comes whose first person gives their card. */
  private void arrive(int people, PersonCard first) {
    UUID household = UUID.randomUUID();
    List<UUID> members = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      members.add(UUID.randomUUID());
    }
    write(new Fact.EvacueeWritten(members.getFirst(), household, List.of(), first));
    write(
        new Sign.Arrived(
            household, members, StayForm.IN_SHELTER, Optional.empty(), Sign.FromCount.NONE));
    here.addAll(members);
  }

  private PersonCard invented() {
    int name = random.nextInt(NAMES.size());
    int number = random.nextInt(1000);
    return card(
        NAMES.get(name) + "　" + number,
        KANA.get(name) + " " + number,
        Optional.empty(),
        Optional.of(random.nextInt(95)),
        random.nextBoolean() ? PersonCard.Sex.FEMALE : PersonCard.Sex.MALE);
  }

  private PersonCard card(
      String name,
      String kana,
      Optional<LocalDate> birth,
      Optional<Integer> age,
      PersonCard.Sex sex) {
    return new PersonCard(
        name,
        kana,
        birth,
        age,
        sex,
        "本人",
        random.nextInt(5) == 0 ? Set.of(Need.NEEDS_CARE) : Set.of(),
        PersonCard.Condition.WELL,
        "",
        "",
        Optional.empty(),
        "",
        "",
        "");
  }

  /** Of a hundred people so many go home. */
  void letGo(int share) {
    int cards = Math.floorDiv(here.size() * share, 100);
    if (cards > 0) {
      List<UUID> leaving = List.copyOf(here.subList(0, cards));
      here.subList(0, cards).clear();
      write(new Fact.Left(leaving, LeftFor.HOME, ""));
    }
    int heads = Math.floorDiv(counted * share, 100);
    if (heads > 0) {
      counted -= heads;
      write(new Sign.Counted(-heads, 0));
    }
    handIn();
  }

  private void write(Fact fact) {
    long wall = clock.millis();
    count = wall > lastWall ? 0 : count + 1;
    lastWall = Math.max(wall, lastWall);
    waiting.add(
        new CheckinEvent(
            UUID.randomUUID(),
            device,
            shelter,
            new CheckinEvent.Clock(lastWall, count),
            clock.instant(),
            "訓練",
            fact));
  }

  private void handIn() {
    while (online && !waiting.isEmpty()) {
      List<CheckinEvent> some = List.copyOf(waiting.subList(0, Math.min(AT_ONCE, waiting.size())));
      client.post(
          "/api/checkin/events",
          Map.of("device", device, "unsent", waiting.size() - some.size(), "events", some));
      waiting.subList(0, some.size()).clear();
    }
  }
}
