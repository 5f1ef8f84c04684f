package jp.noroshi.gis.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.PlanBed;
import jp.noroshi.gis.plan.PlanReason.Severity;
import jp.noroshi.gis.plan.PlanState;
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

class PeopleInsideTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Access ASSISTANCE =
      Access.of(RegisterBed.WELFARE, Purpose.ASSISTANCE, LegalBasis.PLAN_INTERNAL);
  private static final Area NEARBY = new Area.Circle(new Shape.Circle(PlanBed.HOME, 10));

  private PlanBed bed;
  private PeopleInside people;

  @BeforeEach
  void open() {
    database.truncate("gis");
    bed = PlanBed.on(database.database());
    people =
        new PeopleInside(
            database.database(),
            bed.register().services().register(),
            bed.services().worklist(),
            new AreaCode("22225"));
  }

  @Test
  void theListSaysWhoWithWhichDangersAtHomeAndHowThePlanIs() {
    UUID hill = bed.site("丘の上学校", 100);
    PersonId planned = bed.person("1");
    EvacuationPlan plan = bed.healthy(planned, hill);
    bed.danger(HazardKind.FLOOD, PlanBed.HOME, 3);
    bed.danger(HazardKind.LANDSLIDE, PlanBed.HOME, 2);
    bed.services().examination().examineAll();

    PeopleInside.Line line = list(0, 10).lines().getFirst();

    assertThat(line.person().identity().name()).isNotBlank();
    assertThat(line.dangers())
        .extracting(each -> each.kind() + " " + each.rank())
        .containsExactlyInAnyOrder("FLOOD 3", "LANDSLIDE 2");
    PeopleInside.Plan found = line.plan().orElseThrow();
    assertThat(found.id()).isEqualTo(plan.id());
    assertThat(found.state()).isNotEqualTo(PlanState.DRAFT);
    assertThat(found.health().severity()).isNotEqualTo(Severity.WELL);
  }

  @Test
  void thoseWithoutAPlanComeFirstAndAPartIsAllThatIsOpened() {
    bed.healthy(bed.person("1"), bed.site("丘の上学校", 100));
    PersonId unplanned = bed.person("2");
    int before = lines();

    PeopleInside.Part part = list(0, 1);

    assertThat(part.total()).isEqualTo(2);
    assertThat(part.lines()).extracting(each -> each.person().id()).containsExactly(unplanned);
    assertThat(lines()).isEqualTo(before + 1);
    assertThat(list(1, 10).lines()).hasSize(1);
    assertThat(list(2, 10).total()).isEqualTo(2);
    assertThat(list(2, 10).lines()).isEmpty();
  }

  @Test
  void whereNobodyLivesNobodyIsListed() {
    bed.person();
    PeopleInside.Part part =
        people.list(Area.of(Set.of(new AreaCode("22225-22"))), HazardKind.FLOOD, 0, 10, ASSISTANCE);
    assertThat(part).isEqualTo(new PeopleInside.Part(0, List.of()));
  }

  @Test
  void whoMayNotLookLearnsNotEvenHowManyThereAre() {
    bed.person();
    int before = lines();
    Access onDuty = Access.of(RegisterBed.DUTY, Purpose.ASSISTANCE, LegalBasis.PLAN_INTERNAL);
    RegisterRefusedException refused =
        catchThrowableOfType(
            RegisterRefusedException.class,
            () -> people.list(NEARBY, HazardKind.FLOOD, 0, 10, onDuty));
    assertThat(refused.reason()).isEqualTo(RegisterRefusal.BASIS_NOT_FITTING);
    assertThat(lines()).isEqualTo(before);
  }

  private PeopleInside.Part list(int offset, int limit) {
    return people.list(NEARBY, HazardKind.FLOOD, offset, limit, ASSISTANCE);
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
