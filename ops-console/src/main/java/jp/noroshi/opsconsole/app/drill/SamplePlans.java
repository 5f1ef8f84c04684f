package jp.noroshi.opsconsole.app.drill;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.Assignment;
import jp.noroshi.gis.plan.Destination;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.PlanAuthor;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanDraft;
import jp.noroshi.gis.plan.PlanProposals.Proposal;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.PlanWorklist;
import jp.noroshi.gis.plan.Rehearsal;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.plan.SupportRole;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.plan.Transport;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Consent;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.PersonOutline;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.RegisterServices;

/**
 * Invented plans and supporters for some of the invented people, the same at every start: most
 * agreed and tried, some not, some with a supporter who is away or carries too many.
 */
final class SamplePlans {

  private static final long SEED = 49_014;
  private static final int PLANS = 60;
  private static final int SUPPORTERS = 40;
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final List<String> FAMILY_NAMES = List.of("支手", "共野", "隣田", "見本", "仮屋", "助川");
  private static final List<String> GIVEN_NAMES = List.of("一郎", "二子", "三男", "よし", "五月", "六太", "なな");

  private final RegisterServices register;
  private final PlanServices plans;
  private final Clock clock;
  private final Random random = new Random(SEED);
  private final Access access =
      Access.of(
          new Reader(DrillAccounts.WELFARE, Reader.Standing.WELFARE_STAFF, "127.0.0.1"),
          Purpose.PLANNING,
          LegalBasis.PLAN_MAKING);

  SamplePlans(RegisterServices register, PlanServices plans, Clock clock) {
    this.register = register;
    this.plans = plans;
    this.clock = clock;
  }

  /** Writes them, unless somebody has a plan already. */
  void load() {
    if (plans.worklist().list(PlanWorklist.Wanted.ALL, 0, 1, access).total() > 0) {
      return;
    }
    List<PersonOutline> people = people();
    people.stream().limit(SUPPORTERS).forEach(this::supporter);
    for (int i = 0; i < people.size(); i++) {
      plan(people.get(i), i);
    }
    plans.examination().examineAll();
  }

  /** Those listed whose home is known and who did not refuse, up to the number of plans. */
  private List<PersonOutline> people() {
    return register.register().listOutlines().stream()
        .filter(each -> each.state() == PersonState.LISTED && each.home().isPresent())
        .filter(
            each ->
                mayBePlanned(register.consents().current(each.id()).get(ConsentKind.PLAN_MAKING)))
        .limit(PLANS)
        .toList();
  }

  private static boolean mayBePlanned(ConsentAnswer answer) {
    return answer == ConsentAnswer.GIVEN || answer == ConsentAnswer.UNANSWERED;
  }

  /** Lives a few doors away. */
  private void supporter(PersonOutline neighbour) {
    LatLon home = neighbour.home().orElseThrow();
    int draw = random.nextInt(10);
    plans
        .supporters()
        .save(
            new Supporter(
                new UUID(random.nextLong(), random.nextLong()),
                draw == 0 ? Supporter.Kind.GROUP : Supporter.Kind.PERSON,
                0,
                draw == 0 ? "見本自主防災隊" : oneOf(FAMILY_NAMES) + "　" + oneOf(GIVEN_NAMES),
                draw == 0 ? Optional.of("隊長") : Optional.empty(),
                Optional.of("伊豆の国市（見本の住所）"),
                Optional.of("000-0000-2%03d".formatted(random.nextInt(1000))),
                neighbour.district(),
                Optional.of(near(home)),
                draw < 4 ? Optional.of("平日の8時から17時") : Optional.empty(),
                draw == 1 ? Optional.of(today().minusDays(3)) : Optional.empty(),
                Optional.empty(),
                draw == 0 ? 10 : 3 + random.nextInt(3),
                draw == 2 ? ConsentAnswer.UNANSWERED : ConsentAnswer.GIVEN,
                draw == 2 ? Optional.empty() : Optional.of(today().minusMonths(2)),
                Optional.empty(),
                false),
            access);
  }

  private LatLon near(LatLon home) {
    return new LatLon(
        home.latitude() + (random.nextDouble() - 0.5) / 500,
        home.longitude() + (random.nextDouble() - 0.5) / 500);
  }

  /** Every third plan is against landslides; every seventh stays a draft. */
  private void plan(PersonOutline person, int number) {
    HazardKind hazard = number % 3 == 2 ? HazardKind.LANDSLIDE : HazardKind.FLOOD;
    Proposal proposal = plans.proposals().propose(person.id(), hazard, access).orElseThrow();
    UUID id = new UUID(random.nextLong(), random.nextLong());
    EvacuationPlan written =
        plans
            .plans()
            .save(
                new PlanDraft(
                    new UUID(random.nextLong(), random.nextLong()),
                    id,
                    person.id(),
                    hazard,
                    0,
                    content(proposal, number)),
                access);
    if (number % 7 != 0) {
      agree(written, number);
    }
    if (number % 4 != 0) {
      plans.plans().rehearse(id, rehearsal(), access);
    }
  }

  private void agree(EvacuationPlan plan, int number) {
    plans
        .plans()
        .agree(
            plan.id(),
            plan.version(),
            consent(ConsentKind.PLAN_MAKING),
            number % 5 == 0 ? Optional.empty() : Optional.of(consent(ConsentKind.PLAN_PROVISION)),
            access);
  }

  private Consent consent(ConsentKind kind) {
    return new Consent(
        kind,
        ConsentAnswer.GIVEN,
        today().minusDays(20),
        Consent.Method.VISIT,
        Optional.empty(),
        Optional.of("同意書（見本）"),
        clock.instant(),
        DrillAccounts.WELFARE);
  }

  private Rehearsal rehearsal() {
    return new Rehearsal(
        new UUID(random.nextLong(), random.nextLong()),
        today().minusDays(10 + random.nextInt(300)),
        Optional.of(15 + random.nextInt(30)),
        Optional.of("坂の手前で一度休んだ（見本）"));
  }

  private PlanContent content(Proposal proposal, int number) {
    return new PlanContent(
        number % 2 == 0 ? PlanAuthor.FAMILY : PlanAuthor.PROFESSIONAL,
        Optional.of(number % 2 == 0 ? "長女（見本）" : "見本ケアプラン"),
        StartSignal.LEVEL_3,
        Optional.empty(),
        destinations(proposal),
        false,
        number % 4 == 1 ? Transport.WHEELCHAIR : Transport.ON_FOOT,
        1 + number % 2,
        Optional.of(20 + random.nextInt(40)),
        proposal.routes(),
        Optional.of("公民館の前"),
        proposal.person().outline().home().map(this::near),
        List.of("薬とお薬手帳", "飲み水", "着替え", "携帯電話の充電器"),
        number % 6 == 0 ? Optional.of("猫1匹（かごあり）") : Optional.empty(),
        Optional.of("玄関に段差15cm。勝手口から出る。鍵は本人が持つ。"),
        Optional.of("大きな声でゆっくり話す。歩くときは右側を支える。"),
        assignments(proposal, 1 + number % 2),
        today().plusMonths(1 + random.nextInt(11)));
  }

  /** The nearest site, then a relative's home; only the relative where no site fits. */
  private static List<Destination> destinations(Proposal proposal) {
    List<Destination> destinations = new ArrayList<>();
    proposal.destinations().stream()
        .findFirst()
        .ifPresent(site -> destinations.add(Destination.site(site.site())));
    destinations.add(
        new Destination(Optional.empty(), Optional.of("親族宅（三島市・見本）"), Optional.empty()));
    return destinations;
  }

  private static List<Assignment> assignments(Proposal proposal, int count) {
    SupportRole[] roles = {SupportRole.CALL, SupportRole.ACCOMPANY, SupportRole.DRIVE};
    List<Assignment> assigned = new ArrayList<>();
    for (int i = 0; i < Math.min(count, proposal.supporters().size()); i++) {
      assigned.add(
          new Assignment(proposal.supporters().get(i).supporter().id(), roles[i % roles.length]));
    }
    return assigned;
  }

  private String oneOf(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), JAPAN);
  }
}
