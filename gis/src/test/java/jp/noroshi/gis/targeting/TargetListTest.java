package jp.noroshi.gis.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.PlanBed;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TargetListTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final AreaCode NAGAOKA = new AreaCode("22225-01");
  private static final Access ASSISTANCE =
      Access.of(RegisterBed.WELFARE, Purpose.ASSISTANCE, LegalBasis.PLAN_INTERNAL);
  private static final Area NEARBY = new Area.Circle(new Shape.Circle(PlanBed.HOME, 10));

  private PlanBed bed;
  private TargetList targets;

  @BeforeEach
  void open() {
    database.truncate("gis");
    bed = PlanBed.on(database.database());
    targets =
        new TargetList(database.database(), bed.register().services().log(), new AreaCode("22225"));
  }

  @Test
  void everybodyInsideIsListedWithWhatWasAgreedForTheDanger() {
    UUID hill = bed.site("丘の上学校", 100);
    PersonId planned = bed.person("1");
    PersonId unplanned = bed.person("2");
    EvacuationPlan plan = bed.healthy(planned, hill);
    bed.plans()
        .save(bed.draft(UUID.randomUUID(), unplanned, 0, bed.content(hill)), PlanBed.PLANNING);

    List<TargetList.Target> listed = list(NEARBY);

    assertThat(listed)
        .extracting(TargetList.Target::person)
        .containsExactlyInAnyOrder(planned, unplanned);
    TargetList.Target first =
        listed.stream().filter(each -> each.person().equals(planned)).findFirst().orElseThrow();
    assertThat(first.district()).contains(NAGAOKA);
    assertThat(first.home()).contains(PlanBed.HOME);
    assertThat(first.plan().map(TargetList.Planned::id)).contains(plan.id());
    assertThat(first.plan().flatMap(TargetList.Planned::site)).contains(hill);
    assertThat(listed).filteredOn(each -> each.plan().isEmpty()).hasSize(1);
    assertThat(targets.list(NEARBY, HazardKind.LANDSLIDE, ASSISTANCE))
        .allMatch(each -> each.plan().isEmpty());
  }

  @Test
  void everybodyListedGetsALineInTheLogAndNobodyElse() {
    bed.person("1");
    bed.person("2");
    int before = lines();
    assertThat(list(new Area.Circle(new Shape.Circle(PlanBed.HOME, 10)))).hasSize(2);
    assertThat(lines()).isEqualTo(before + 2);
    list(Area.of(Set.of(new AreaCode("22225-22"))));
    assertThat(lines()).isEqualTo(before + 2);
  }

  @Test
  void whoseHomeNobodyKnowsIsNotForgotten() {
    PersonId person = bed.person();
    bed.sql("update gis.person set home = null");
    assertThat(list(Area.of(Set.of(NAGAOKA)))).extracting("person").containsExactly(person);
    assertThat(list(new Area.Municipality())).extracting("home").containsExactly(Optional.empty());
    assertThat(list(Area.of(Set.of(new AreaCode("22225-22"))))).isEmpty();
    assertThat(list(NEARBY)).isEmpty();
  }

  @Test
  void whoIsNotListedAnyMoreIsNotThere() {
    bed.person();
    bed.sql("update gis.person set state = 'MOVED_AWAY'");
    assertThat(list(NEARBY)).isEmpty();
  }

  @Test
  void aDangerIsAnArea() {
    PersonId person = bed.person();
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 3);
    assertThat(list(new Area.HazardZones(HazardKind.FLOOD, 3)))
        .extracting("person")
        .containsExactly(person);
    assertThat(list(new Area.HazardZones(HazardKind.FLOOD, 4))).isEmpty();
    assertThat(list(new Area.HazardZones(HazardKind.TSUNAMI, 0))).isEmpty();
  }

  @Test
  void theDutyOfficerSeesNobodyUnlessAnEmergencyIsDeclared() {
    bed.person();
    int before = lines();
    Access onDuty = Access.of(RegisterBed.DUTY, Purpose.ASSISTANCE, LegalBasis.PLAN_INTERNAL);
    RegisterRefusedException refused =
        catchThrowableOfType(
            RegisterRefusedException.class, () -> targets.list(NEARBY, HazardKind.FLOOD, onDuty));
    assertThat(refused.reason()).isEqualTo(RegisterRefusal.BASIS_NOT_FITTING);
    assertThat(lines()).isEqualTo(before);
  }

  private List<TargetList.Target> list(Area area) {
    return targets.list(area, HazardKind.FLOOD, ASSISTANCE);
  }

  private int lines() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from gis.access_line")
                    .mapTo(Integer.class)
                    .one());
  }
}
