package jp.noroshi.gis.register;

import static jp.noroshi.gis.plan.PlanBed.PLANNING;
import static jp.noroshi.gis.register.RegisterBed.UPDATE;
import static jp.noroshi.gis.register.RegisterBed.WELFARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.PlanBed;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.PlanSheet;
import jp.noroshi.gis.plan.Supporter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new key for everything that is sealed, and what happens to whoever touches ciphertexts. */
class KeyRenewalTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** Blind indexes and marks: made by a key that is not renewed, and never opened. */
  private static final Set<String> NEVER_OPENED =
      Set.of(
          "gis.person.reference",
          "gis.person_index.token",
          "gis.supporter_index.token",
          "gis.plan.mark",
          "gis.plan_version.mark");

  private static final Access PROVISION =
      Access.of(WELFARE, Purpose.PROVISION, LegalBasis.REGISTER_CONSENT);

  private final RegisterKeys former = RegisterKeys.generate();
  private final RegisterKeys both = former.rotated();
  private final List<String> progress = new ArrayList<>();
  private PlanBed bed;
  private KeyRenewal renewal;
  private PersonId hana;
  private EvacuationPlan plan;
  private Supporter supporter;

  @BeforeEach
  void everythingThatIsSealed() {
    database.truncate("gis");
    bed = PlanBed.on(database.database(), former);
    renewal = new KeyRenewal(database.database(), PlanServices.sealedColumns());
    hana = bed.person();
    bed.answer(hana, ConsentKind.REGISTER_PROVISION, ConsentAnswer.GIVEN);
    supporter = bed.supporter("隣田 一郎", 3);
    plan = bed.healthy(hana, bed.site("見本小学校", 100), supporter);
    bed.register().services().disclosures().make(wish(), PROVISION);
    PersonEntry moved = People.entry("0000555", "例示 五", "レイジ ゴ", People.NIRAYAMA);
    bed.register().services().register().enter(moved, UPDATE);
    bed.register()
        .services()
        .register()
        .amend(moved.in(PersonState.MOVED_AWAY), 1, "転出の届け出", UPDATE);
    bed.register()
        .services()
        .imports()
        .propose(
            List.of(
                new Extract(
                    Extract.Kind.RESIDENT,
                    "residents.csv",
                    "宛名番号,氏名\n9,例示 九\n".getBytes(StandardCharsets.UTF_8))),
            UPDATE);
  }

  @Test
  void afterwardsNothingOpensWithTheFormerKeyAndEverythingReads() {
    long sealed = renewal.seal(both, (column, rows) -> progress.add(column + " " + rows));
    assertThat(renewal.prove(both, (_, _) -> {})).isEqualTo(sealed);
    assertThat(progress).contains("gis.plan_version.content 2", "gis.plan_rehearsal.remark 1");

    assertThat(FieldCipher.unlock(database.database(), Optional.of(former)).state())
        .isEqualTo(KeyState.KEY_WRONG);
    renewal.columns().forEach(this::expectClosedToTheFormerKey);

    PlanBed renewed =
        PlanBed.on(database.database(), RegisterKeys.read(both.withoutFormerKeys().write()));
    PlanSheet sheet = renewed.services().sheets().open(plan.id(), PLANNING).orElseThrow();
    assertThat(sheet.plan()).isEqualTo(plan);
    assertThat(sheet.person().identity().name()).isEqualTo("見本 花");
    assertThat(sheet.supporter(supporter.id()).supporter()).isEqualTo(supporter);
    assertThat(renewed.plans().openVersion(plan.id(), 1, PLANNING)).isPresent();
    var services = renewed.register().services();
    assertThat(services.sheets().open(hana, UPDATE).orElseThrow().consents().orElseThrow())
        .hasSize(3);
    Disclosure made = services.disclosures().list().getFirst();
    assertThat(services.disclosures().fetch(made.id(), 1, PROVISION).text()).contains("見本 花");
    assertThat(services.imports().open(services.imports().list().getFirst().id(), UPDATE).rows())
        .isNotEmpty();
  }

  @Test
  void interruptedItGoesOnWhereItStopped() {
    new KeyRenewal(database.database(), List.of()).seal(both, (_, _) -> {});
    long rest = renewal.seal(both, (_, _) -> {});
    assertThat(rest).isEqualTo(5);
    assertThat(renewal.seal(both, (_, _) -> {})).isZero();
  }

  @Test
  void noColumnOfCiphertextsIsForgotten() {
    Set<String> bytes =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select table_schema || '.' || table_name || '.' || column_name
                            from information_schema.columns
                            where table_schema = 'gis' and data_type = 'bytea' and column_name <> 'sha256'
                            """)
                        .mapTo(String.class)
                        .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(bytes)
        .isEqualTo(
            Stream.concat(renewal.columns().stream().map(SealedColumn::name), NEVER_OPENED.stream())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void aChangedCiphertextStopsItByNameAndTheFormerKeyIsStillNeeded() {
    bed.sql("update gis.supporter set details = set_byte(details, 20, get_byte(details, 20) # 1)");
    assertThatThrownBy(() -> renewal.seal(both, (_, _) -> {}))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageContaining("gis.supporter.details of " + supporter.id())
        .hasMessageNotContaining("隣田");
    assertThat(PlanBed.on(database.database(), both).plans().open(plan.id(), PLANNING)).isPresent();
    damaged(() -> bed.services().supporters().open(supporter.id(), PLANNING));
  }

  @Test
  void swappedRowsAreRefused() {
    PersonId other = bed.person("0000999");
    EvacuationPlan second = bed.healthy(other, bed.site("見本公民館", 50), supporter);
    bed.sql(
        """
        update gis.plan a set content = b.content, mark = b.mark from gis.plan b
        where a.id <> b.id
        """);
    damaged(() -> bed.plans().open(plan.id(), PLANNING));
    damaged(() -> bed.plans().open(second.id(), PLANNING));
    bed.sql("update gis.person a set identity = b.identity from gis.person b where a.id <> b.id");
    damaged(() -> bed.register().services().register().open(hana, UPDATE));
    assertThatThrownBy(() -> renewal.seal(both, (_, _) -> {}))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aVersionIsNotRewrittenEvenBySomebodyWhoHoldsTheKeys() {
    bed.plans().save(bed.draft(plan.id(), hana, 2, longerHouse("玄関に段差なし")), PLANNING);
    refusedByTheDatabase("update gis.plan_version set content = content");
    refusedByTheDatabase("update gis.plan_version set changed_by = 'x'");
    asARenewal("update gis.plan_version set content = content");
    for (String change :
        List.of("changed_by = 'x'", "mark = 'x'", "version = version + 7", "content = 'x'")) {
      assertThatThrownBy(() -> asARenewal("update gis.plan_version set " + change))
          .hasMessageContaining("append-only");
    }
    // Two versions of one length, sealed for the same plan: only the mark tells which is which.
    PlanContent same = longerHouse("玄関に段差あり");
    bed.plans().save(bed.draft(plan.id(), hana, 3, same), PLANNING);
    asARenewal(
        """
        update gis.plan_version a set content = b.content from gis.plan_version b
        where a.plan = b.plan and a.version = 3 and b.version = 4
        """);
    damaged(() -> bed.plans().openVersion(plan.id(), 3, PLANNING));
    assertThat(bed.plans().openVersion(plan.id(), 4, PLANNING)).contains(same);
  }

  private PlanContent longerHouse(String house) {
    return bed.content(plan.content().destination(), house, supporter);
  }

  private void expectClosedToTheFormerKey(SealedColumn column) {
    List<Boolean> opened =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select %1$s as owner, t.%2$s as sealed from %3$s t where t.%2$s is not null"
                                .formatted(column.owner(), column.column(), column.table()))
                        .map((row, _) -> opens(row.getBytes("sealed"), row.getString("owner")))
                        .list());
    assertThat(opened).as(column.name()).isNotEmpty().containsOnly(false);
  }

  private boolean opens(byte[] sealed, String owner) {
    try {
      former.open(sealed, owner.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (RegisterRefusedException e) {
      return false;
    }
  }

  private static void asARenewal(String sql) {
    database
        .database()
        .useTransaction(
            handle -> {
              handle.execute("select set_config('noroshi.key_renewal', 'on', true)");
              handle.execute(sql);
            });
  }

  private void refusedByTheDatabase(String sql) {
    assertThatThrownBy(() -> bed.sql(sql)).hasMessageContaining("append-only");
  }

  private static void damaged(ThrowingCallable look) {
    assertThatThrownBy(look)
        .isInstanceOfSatisfying(
            RegisterRefusedException.class,
            e -> assertThat(e.reason()).isEqualTo(RegisterRefusal.DAMAGED));
  }

  private static DisclosureWish wish() {
    return new DisclosureWish(
        Disclosure.RecipientKind.FIRE,
        "見本消防署",
        "準備",
        List.of(),
        LocalDate.of(2027, 3, 31),
        List.of("係長"));
  }
}
