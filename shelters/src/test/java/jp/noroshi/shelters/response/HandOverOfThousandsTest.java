package jp.noroshi.shelters.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.DisclosureWish;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.People;
import jp.noroshi.gis.register.PersonEntry;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.shelters.talk.AskingBed;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole town that is not yet safe goes to the fire service in one hand-over. */
class HandOverOfThousandsTest {

  private static final int PEOPLE = 3_000;

  /** Every hundredth calls for help, and many have the same risk. */
  private static final String CASES =
      """
      insert into shelters.response_case (id, response, person, districts, hazard, state, help_wanted,
        risk_home, risk_condition, risk_alone, risk_time, opened_at, changed_at)
      select gen_random_uuid(), ?, id, array[?], 'FLOOD', 'STAFF', place % 100 = 0,
        1 + place % 5, 1 + place % 4, 1 + place % 3, 1, now(), now()
      from (select id, row_number() over (order by id) as place from gis.person) p
      """;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void allAreInItOnceTheMostUrgentFirstAndEachHasALineInTheLog() {
    database.truncate("shelters");
    database.truncate("gis");
    database.truncate("core");
    AskingBed bed = new AskingBed(database.database());
    bed.order();
    UUID response = bed.services.responses().list().getFirst().id();
    FieldCipher cipher = bed.register.services().cipher();
    database
        .database()
        .useTransaction(
            handle -> {
              enter(handle, cipher);
              handle.execute(CASES, response, ResponseBed.NIRAYAMA.value());
            });

    Disclosure made =
        bed.services
            .handOvers()
            .make(
                response,
                new DisclosureWish(
                    Disclosure.RecipientKind.FIRE,
                    "見本消防本部",
                    "安否の確認と救助",
                    List.of(),
                    LocalDate.of(2026, 9, 8),
                    List.of("見本隊長")),
                RegisterBed.DUTY);
    assertThat(made.people()).isEqualTo(PEOPLE);
    List<Missing> rows = bed.services.handOvers().fetch(made.id(), 1, RegisterBed.DUTY).rows();

    assertThat(rows).hasSize(PEOPLE);
    assertThat(rows).extracting(Missing::number).doesNotHaveDuplicates();
    assertThat(rows).extracting(Missing::name).doesNotHaveDuplicates();
    assertThat(rows)
        .isSortedAccordingTo(
            Comparator.comparingInt(HandOverOfThousandsTest::urgency)
                .reversed()
                .thenComparingInt(Missing::number));
    assertThat(looks()).as("when it was made, and when it was handed over").isEqualTo(2 * PEOPLE);
  }

  private static int urgency(Missing missing) {
    return (missing.helpWanted() ? 1_000 : 0) + missing.risk().score();
  }

  private static void enter(Handle handle, FieldCipher cipher) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into gis.person (id, reference, district, mobility, state, identity, condition, contacts, changed_at)
            values (:id, :reference, :district, :mobility, :state, :identity, :condition, :contacts, now())
            """);
    for (int i = 0; i < PEOPLE; i++) {
      PersonEntry entry =
          People.entry("r-" + i, "見本 %04d".formatted(i), "ミホン", ResponseBed.NIRAYAMA);
      UUID id = entry.id().value();
      batch
          .bind("id", id)
          .bind("reference", cipher.mark(id, i))
          .bind("district", ResponseBed.NIRAYAMA.value())
          .bind("mobility", entry.mobility())
          .bind("state", entry.state())
          .bind("identity", cipher.seal(id, FieldGroup.IDENTITY, entry.identity()))
          .bind("condition", cipher.seal(id, FieldGroup.CONDITION, entry.condition()))
          .bind("contacts", cipher.seal(id, FieldGroup.CONTACTS, entry.contacts()))
          .add();
    }
    batch.execute();
  }

  private static int looks() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from gis.access_line where purpose = 'PROVISION'")
                    .mapTo(Integer.class)
                    .one());
  }
}
