package jp.noroshi.shelters.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.shelters.response.FacilityAnswer;
import jp.noroshi.shelters.response.FacilityAskings;
import jp.noroshi.shelters.response.FacilityTasks;
import jp.noroshi.shelters.response.FacilityTasks.Task;
import jp.noroshi.shelters.response.Response;
import jp.noroshi.shelters.response.ResponseBed;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.talk.AskingBed.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Facilities inside what is ordered are telephoned, and answer with a key. */
class FacilityTelephoneTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final UUID HOME = new UUID(5, 1);
  private static final UUID WITHOUT_NUMBER = new UUID(5, 2);
  private static final String CALL = "CA" + "0".repeat(31);

  private AskingBed bed;
  private FacilityPhones phones;
  private PhoneInbox inbox;

  @BeforeEach
  void start() {
    database.truncate("shelters");
    database.truncate("gis");
    database.truncate("core");
    bed = new AskingBed(database.database());
    phones = new FacilityPhones(database.database(), bed.register);
    inbox =
        new PhoneInbox(
            database.database(),
            Mode.DRILL,
            bed.register,
            bed.messages.phone(
                bed.services.answers(), bed.services.facilityAnswers(), bed.register));
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into gis.district (code, municipality, name, kana, outline)
                    values (?, '22225', '', '', ST_Multi(ST_MakeEnvelope(138.9, 35.0, 138.94, 35.05, 4326)))
                    on conflict (code) do update set outline = excluded.outline
                    """,
                    ResponseBed.NIRAYAMA.value()));
    facility(HOME, "見本ホーム", "{\"電話番号\": \"（０００）０００１－０１０１ 内線 12\"}");
    facility(WITHOUT_NUMBER, "見本園", "{}");
  }

  private static void facility(UUID id, String name, String details) {
    database
        .database()
        .useTransaction(
            handle ->
                handle.execute(
                    """
                    insert into gis.facility (id, key, data_set, kind, name, address, location, details, entry)
                    values (?, ?, 'test', 'CARE', ?, '', ST_SetSRID(ST_MakePoint(138.91, 35.02), 4326),
                            cast(? as jsonb), '{}')
                    """,
                    id,
                    name,
                    name,
                    details));
  }

  private List<Sent> calls() {
    return bed.sentTo("FACILITY/" + HOME);
  }

  private String token() {
    String path = URI.create(calls().getLast().said("answer")).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Rendering.Voice press(int call, char key) {
    return inbox.take(token(), new CallEvent.Pressed(CALL + call, key), "ja");
  }

  private void end(CallEnd how) {
    inbox.take(token(), new CallEvent.Ended(CALL + calls().size(), how), "ja");
  }

  private void waitForTheNextCall() {
    bed.register.pass(ResponseSettings.USUAL.callAgainAfter());
    inbox.work();
  }

  private Task task(UUID facility) {
    Response response = bed.services.responses().list().getFirst();
    return bed.services.facilities().list(response).stream()
        .filter(task -> task.facility().id().equals(facility))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFacilityWithANumberIsTelephonedInWordsThatNameNobodyAndTheOthersAreLeftToStaff() {
    bed.order();
    Sent call = calls().getFirst();
    assertThat(call.medium()).isEqualTo(Medium.VOICE);
    assertThat(call.said("text"))
        .startsWith("これは訓練です。")
        .endsWith("これは訓練です。")
        .contains("避難を始めるときは、1。", "助けが要るときは、2。", "安全を確保したときは、3。", "終わったときは、4。");
    assertThat(call.text()).doesNotContain("見本ホーム", "0001");
    assertThat(bed.sent()).hasSize(1);
    assertThat(task(HOME).asking().orElseThrow().media()).containsExactly(Medium.VOICE);
    assertThat(task(WITHOUT_NUMBER).asking()).isEmpty();
  }

  @Test
  void aKeyIsTheFacilitysOwnWordAndItIsNotCalledAgain() {
    bed.order();
    assertThat(press(1, '2').text()).contains("助けが要る、とのお返事", "119番");
    FacilityTasks.Reply reply = task(HOME).reply().orElseThrow();
    assertThat(reply.answer()).isEqualTo(FacilityAnswer.NEEDS_HELP);
    assertThat(reply.clerk()).isEmpty();
    end(CallEnd.ANSWERED);
    waitForTheNextCall();
    assertThat(calls()).hasSize(1);
  }

  @Test
  void whoIsNotReachedIsCalledAgainWithinTheLimitAndIsThenSilent() {
    bed.order();
    assertThat(task(HOME).isSilent()).isFalse();
    for (CallEnd how : List.of(CallEnd.NO_ANSWER, CallEnd.MACHINE, CallEnd.BUSY)) {
      end(how);
      waitForTheNextCall();
    }
    waitForTheNextCall();
    FacilityAskings.Asking asking = task(HOME).asking().orElseThrow();
    assertThat(asking.calls()).isEqualTo(ResponseSettings.USUAL.mostCalls());
    assertThat(asking.lastCall()).contains(CallEnd.BUSY);
    assertThat(task(HOME).isSilent()).isTrue();
    assertThat(task(HOME).reply()).as("nobody said anything").isEmpty();
  }

  @Test
  void whoAnsweredByAnotherWayIsNotCalledAgainButWhoDidNotPickUpForStaffIs() {
    bed.order();
    end(CallEnd.NO_ANSWER);
    write(FacilityAnswer.NO_ANSWER);
    waitForTheNextCall();
    assertThat(calls()).hasSize(2);
    end(CallEnd.NO_ANSWER);
    write(FacilityAnswer.EVACUATED);
    waitForTheNextCall();
    assertThat(calls()).hasSize(2);
  }

  private void write(FacilityAnswer answer) {
    Response response = bed.services.responses().list().getFirst();
    bed.services.facilities().say(response, HOME, answer, Optional.empty(), Optional.of("duty"));
  }

  @Test
  void aKeyAfterTheEndIsToldThatNothingIsNeededAnyMore() {
    bed.order();
    bed.services.responses().end(bed.services.responses().list().getFirst().id(), "duty");
    assertThat(press(1, '4').text()).contains("ありがとう");
    int replies =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from shelters.facility_reply")
                        .mapTo(Integer.class)
                        .one());
    assertThat(replies).isZero();
  }

  @Test
  void underASlopeNobodyIsOfferedToStay() {
    assertThat(PhoneAnswer.find(ContactKind.FACILITY, Hazard.LANDSLIDE, '3')).isEmpty();
    assertThat(PhoneAnswer.find(ContactKind.FACILITY, Hazard.FLOOD, '3'))
        .contains(PhoneAnswer.SAFE_INDOORS);
  }

  @Test
  void staffWriteAnotherNumberOrNoneInThePlaceOfTheLists() {
    assertThat(phones.find(List.of(HOME)).get(HOME).number()).isEqualTo("(000)0001-0101");
    assertThat(phones.write(HOME, Optional.of("内線 12"), "duty")).isFalse();
    assertThat(phones.write(UUID.randomUUID(), Optional.of("000-0001-0999"), "duty")).isFalse();
    assertThat(phones.write(HOME, Optional.of("000-0001-0999"), "duty")).isTrue();
    PhoneNumbers numbers =
        new PhoneNumbers(
            database.database(),
            bed.register.services().register(),
            bed.plans.supporters(),
            phones);
    assertThat(numbers.find("FACILITY/" + HOME)).contains("+810000010999");
    assertThat(phones.find(List.of(HOME)).get(HOME).written().orElseThrow().by()).isEqualTo("duty");
    assertThat(phones.write(HOME, Optional.empty(), "duty")).isTrue();
    assertThat(numbers.find("FACILITY/" + HOME)).isEmpty();
    bed.order();
    assertThat(calls()).isEmpty();
  }
}
