package jp.noroshi.shelters.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.site.Sites;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlacesByHandTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant EVENING = Instant.parse("2026-09-01T10:00:00Z");
  private static final NewShelter HALL =
      new NewShelter(
          "見本集会所",
          ShelterKind.SELF_OPENED,
          "見本一丁目",
          Optional.of(new LatLon(35.03, 138.93)),
          Optional.empty(),
          Optional.of(40),
          true,
          "区長");
  private static final NewShelter RENAMED =
      new NewShelter(
          "見本公民館",
          ShelterKind.SELF_OPENED,
          "見本二丁目",
          HALL.location(),
          Optional.empty(),
          Optional.of(60),
          true,
          "区長");

  private Instant now = EVENING;
  private Shelters shelters;

  @BeforeEach
  void start() {
    database.truncate("core");
    database.truncate("shelters");
    shelters =
        new Shelters(
            database.database(),
            new Chronology(database.database()),
            Mode.DRILL,
            () -> now,
            new Sites(database.database(), Sites.USUAL_SQUARE_METRES),
            new Districts(database.database(), new AreaCode("22225")));
  }

  private UUID entered() {
    return shelters.add(HALL, "duty").id();
  }

  private Shelter correct(UUID id, int version, NewShelter place) {
    return shelters.correct(id, new PlaceCorrection(version, place, "名前の聞きまちがい"), "shelter");
  }

  private void refused(UUID id, int version, NewShelter place, OpeningRefusal refusal) {
    List<PlaceVersion> before = shelters.versions(id);
    assertThatThrownBy(() -> correct(id, version, place))
        .asInstanceOf(type(OpeningRefusedException.class))
        .extracting(OpeningRefusedException::refusal)
        .isEqualTo(refusal);
    assertThat(shelters.versions(id)).isEqualTo(before);
  }

  @Test
  void aCorrectionKeepsThePlaceAndEveryVersionOfItWithWhoAndWhy() {
    UUID id = entered();
    now = EVENING.plusSeconds(600);
    Shelter after = correct(id, 1, RENAMED);
    assertThat(after.id()).isEqualTo(id);
    assertThat(shelters.find(id)).contains(after);
    assertThat(shelters.list()).containsExactly(after);
    assertThat(after.name()).isEqualTo("見本公民館");
    assertThat(after.capacity()).contains(60);
    assertThat(shelters.versions(id))
        .containsExactly(
            new PlaceVersion(id, 2, RENAMED, "名前の聞きまちがい", now, "shelter"),
            new PlaceVersion(id, 1, HALL, "", EVENING, "duty"));
  }

  @Test
  void whoLookedAtAnOlderVersionOverwritesNothing() {
    UUID id = entered();
    correct(id, 1, RENAMED);
    refused(id, 1, HALL, OpeningRefusal.CORRECTED_MEANWHILE);
    refused(id, 3, HALL, OpeningRefusal.CORRECTED_MEANWHILE);
  }

  @Test
  void ofManyWhoCorrectAtOnceOneDoesAndTheOthersAreTold() throws Exception {
    UUID id = entered();
    List<Callable<Boolean>> officers =
        List.of("一", "二", "三", "四").stream()
            .<Callable<Boolean>>map(name -> () -> corrects(id, name))
            .toList();
    try (ExecutorService all = Executors.newFixedThreadPool(officers.size())) {
      int done = 0;
      for (Future<Boolean> each : all.invokeAll(officers)) {
        done += each.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(1);
    }
    assertThat(shelters.versions(id)).hasSize(2);
  }

  private boolean corrects(UUID id, String name) {
    try {
      correct(
          id,
          1,
          new NewShelter(
              name,
              ShelterKind.OTHER,
              "",
              HALL.location(),
              Optional.empty(),
              Optional.empty(),
              false,
              ""));
      return true;
    } catch (OpeningRefusedException e) {
      assertThat(e.refusal()).isEqualTo(OpeningRefusal.CORRECTED_MEANWHILE);
      return false;
    }
  }

  @Test
  void aCorrectionSaysWhyAndChangesSomething() {
    UUID id = entered();
    refused(id, 1, HALL, OpeningRefusal.NOTHING_CORRECTED);
    assertThatThrownBy(() -> shelters.correct(id, new PlaceCorrection(1, RENAMED, " "), "shelter"))
        .asInstanceOf(type(OpeningRefusedException.class))
        .extracting(OpeningRefusedException::refusal)
        .isEqualTo(OpeningRefusal.CORRECTION_REASON_MISSING);
    refused(UUID.randomUUID(), 1, HALL, OpeningRefusal.NOT_FOUND);
  }

  @Test
  void onlyPeopleAtHomeNeedNoPositionAndTheirDistrictMustBeOneOfOurs() {
    UUID id = entered();
    refused(id, 1, somewhere(ShelterKind.TENTS, Optional.empty()), OpeningRefusal.PLACE_INCOMPLETE);
    refused(
        id,
        1,
        somewhere(ShelterKind.HOMES, Optional.of(new AreaCode("22225-99"))),
        OpeningRefusal.DISTRICT_UNKNOWN);
    assertThat(correct(id, 1, somewhere(ShelterKind.HOMES, Optional.empty())).location()).isEmpty();
  }

  private static NewShelter somewhere(ShelterKind kind, Optional<AreaCode> district) {
    return new NewShelter(
        "見本地区", kind, "", Optional.empty(), district, Optional.empty(), false, "");
  }

  @Test
  void theChronologyNamesNobodyWhoTold() {
    correct(entered(), 1, RENAMED);
    List<String> details =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select detail::text from core.chronology order by seq")
                        .mapTo(String.class)
                        .list());
    assertThat(details).hasSize(2).noneMatch(detail -> detail.contains("区長"));
    assertThat(details.getLast()).contains("見本集会所").contains("見本公民館");
  }
}
