package jp.noroshi.core.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.dispatch.Town;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubscribersTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Audience EVERYONE = new Audience.Everyone();

  private Subscribers subscribers;

  @BeforeEach
  void openSubscribers() {
    database.truncate("core");
    subscribers =
        new Subscribers(database.database(), Town.municipality(), Mode.LIVE, () -> Town.NOW);
  }

  @Test
  void registeringAgainReplacesTheChoice() {
    subscribe("a", "ja", Town.NIRAYAMA);
    subscribe("a", "en", Town.NAGAOKA);
    assertThat(count(in(Town.NIRAYAMA))).isZero();
    assertThat(count(in(Town.NAGAOKA))).isEqualTo(1);
    assertThat(count(EVERYONE)).isEqualTo(1);
  }

  @Test
  void choosingTheWholeMunicipalityIsChoosingNoDistrict() {
    subscribe("a", "ja", Town.WHOLE);
    assertThat(count(in(Town.NIRAYAMA))).isEqualTo(1);
    assertThat(count(in(Town.OHITO))).isEqualTo(1);
  }

  @Test
  void whoIsRemovedIsNotToldAnyMore() {
    subscribe("a", "ja");
    assertThat(subscribers.remove(Medium.LINE, "a")).isTrue();
    assertThat(subscribers.remove(Medium.LINE, "a")).isFalse();
    assertThat(count(EVERYONE)).isZero();
  }

  @Test
  void eachIsToldOnceInTheirLanguageOrTheMainOne() {
    subscribe("a", "ja");
    subscribe("b", "en");
    subscribe("c", "vi");
    Set<String> languages = Set.of("ja", "en");

    Map<String, Integer> counts =
        database
            .database()
            .withHandle(
                handle -> subscribers.countByLanguage(handle, EVERYONE, Medium.LINE, languages));

    assertThat(counts).isEqualTo(Map.of("ja", 2, "en", 1));
    assertThat(addresses("ja", languages)).containsExactly("a", "c");
    assertThat(addresses("en", languages)).containsExactly("b");
  }

  @Test
  void manyAreStreamedWithoutLossOrRepetition() {
    subscribers.registerAll(
        IntStream.range(0, 12_345)
            .mapToObj(i -> new Subscriber(Medium.LINE, "u" + i, List.of(), "ja"))
            .toList());
    assertThat(addresses("ja", Set.of("ja"))).hasSize(12_345).doesNotHaveDuplicates();
  }

  @Test
  void aSubscriberInALogShowsNoAddress() {
    assertThat(new Subscriber(Medium.LINE, "U-secret", List.of(), "ja").toString())
        .doesNotContain("U-secret");
  }

  private void subscribe(String address, String language, AreaCode... areas) {
    subscribers.register(new Subscriber(Medium.LINE, address, List.of(areas), language));
  }

  private static Audience in(AreaCode... areas) {
    return new Audience.InAreas(List.of(areas));
  }

  private int count(Audience audience) {
    return subscribers.count(audience, List.of(Medium.LINE)).getFirst().count();
  }

  private List<String> addresses(String language, Set<String> languages) {
    return database
        .database()
        .inTransaction(
            handle -> {
              try (Stream<String> addresses =
                  subscribers.streamAddresses(handle, EVERYONE, Medium.LINE, language, languages)) {
                return addresses.toList();
              }
            });
  }
}
