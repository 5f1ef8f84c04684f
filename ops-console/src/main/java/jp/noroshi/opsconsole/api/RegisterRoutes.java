package jp.noroshi.opsconsole.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.register.AccessHistory;
import jp.noroshi.gis.register.AccessLine;
import jp.noroshi.gis.register.Condition;
import jp.noroshi.gis.register.Consent;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Contacts;
import jp.noroshi.gis.register.Identity;
import jp.noroshi.gis.register.KeyState;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonEntry;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.register.RegisterRefusedException;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.register.Search;
import jp.noroshi.opsconsole.api.HubFacts.Named;

/**
 * The register of people who need assistance. What is looked for comes in the body, never in the
 * address: addresses end up in logs.
 */
final class RegisterRoutes implements Routes {

  private static final int MOST_FOUND = 200;

  private final HubFacts hub;
  private final RegisterServices services;

  RegisterRoutes(HubFacts hub, RegisterServices services) {
    this.hub = hub;
    this.services = services;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "getRegister", this::get,
        "searchPeople", this::search,
        "openPerson", this::open,
        "enterPerson", this::enter,
        "amendPerson", this::amend,
        "recordConsent", this::recordConsent,
        "listAccessLines", this::listLines);
  }

  private record DistrictCount(Named district, int people) {}

  private record RegisterView(KeyState state, List<DistrictCount> districts, Instant asOf) {}

  private record SearchBody(
      Optional<String> kana,
      Optional<String> reference,
      Optional<String> birthDate,
      Optional<String> phone,
      Optional<AreaCode> district,
      Optional<PersonState> state) {}

  /** What a list shows of a person. */
  private record Found(
      PersonId id,
      String reference,
      String name,
      String kana,
      Optional<LocalDate> birthDate,
      String address,
      Optional<AreaCode> district,
      PersonState state,
      Map<ConsentKind, ConsentAnswer> consents) {}

  private record FoundList(List<Found> people, boolean more) {}

  private record ConsentBody(
      ConsentKind kind,
      ConsentAnswer answer,
      String on,
      Consent.Method method,
      Optional<String> proxy,
      Optional<String> evidence) {}

  /** A person as somebody wrote them by hand, and why. */
  private record AmendmentBody(
      int version,
      String reason,
      Optional<AreaCode> district,
      Optional<LatLon> home,
      boolean homeDoubtful,
      Mobility mobility,
      PersonState state,
      Identity identity,
      Condition condition,
      Contacts contacts) {

    PersonEntry entry(PersonId person) {
      return new PersonEntry(
          person, district, home, homeDoubtful, mobility, state, identity, condition, contacts);
    }
  }

  /** Somebody new, and why they are written down. */
  private record NewPersonBody(
      String reason,
      Optional<AreaCode> district,
      Optional<LatLon> home,
      boolean homeDoubtful,
      Mobility mobility,
      Identity identity,
      Condition condition,
      Contacts contacts) {

    PersonEntry entry(PersonId person) {
      return new PersonEntry(
          person,
          district,
          home,
          homeDoubtful,
          mobility,
          PersonState.LISTED,
          identity,
          condition,
          contacts);
    }
  }

  private record EnteredPerson(PersonId id) {}

  private record LinePage(List<AccessLine> lines, Optional<Long> next) {}

  private Answer get(Call call) {
    Map<AreaCode, Integer> counts = services.register().countListed();
    return Answer.ok(
        new RegisterView(
            services.register().state(),
            hub.municipality().districts().stream()
                .map(
                    district ->
                        new DistrictCount(
                            hub.named(district.code(), call.language()),
                            counts.getOrDefault(district.code(), 0)))
                .toList(),
            hub.now()));
  }

  private Answer search(Call call) {
    SearchBody body = call.read(SearchBody.class);
    Search wanted =
        new Search(
            body.kana(),
            body.reference(),
            body.birthDate().map(RegisterRoutes::day),
            body.phone(),
            body.district(),
            body.state());
    List<Person> found = services.register().search(wanted, Looks.of(call), MOST_FOUND + 1);
    return Answer.ok(
        new FoundList(
            found.stream().limit(MOST_FOUND).map(this::found).toList(), found.size() > MOST_FOUND));
  }

  private Found found(Person person) {
    return new Found(
        person.id(),
        person.identity().reference(),
        person.identity().name(),
        person.identity().kana(),
        person.identity().birthDate(),
        person.identity().residence().orElse(person.identity().address()),
        person.outline().district(),
        person.outline().state(),
        services.consents().current(person.id()));
  }

  private Answer open(Call call) {
    return Answer.okOrNotFound(services.sheets().open(person(call), Looks.of(call)));
  }

  private Answer amend(Call call) {
    AmendmentBody body = PlanRoutes.read(call, AmendmentBody.class);
    requireOurs(body.district());
    services
        .register()
        .amend(body.entry(person(call)), body.version(), body.reason(), Looks.of(call));
    return Answer.done();
  }

  private Answer enter(Call call) {
    NewPersonBody body = PlanRoutes.read(call, NewPersonBody.class);
    requireOurs(body.district());
    PersonId person = PersonId.random();
    services.register().admit(body.entry(person), body.reason(), call.actor());
    return Answer.created(new EnteredPerson(person));
  }

  private void requireOurs(Optional<AreaCode> district) {
    boolean ours =
        district.stream()
            .allMatch(
                code ->
                    hub.municipality().districts().stream()
                        .anyMatch(each -> each.code().equals(code)));
    if (!ours) {
      throw new RegisterRefusedException(RegisterRefusal.UNKNOWN_DISTRICT);
    }
  }

  private Answer recordConsent(Call call) {
    ConsentBody body = call.read(ConsentBody.class);
    services
        .consents()
        .record(
            person(call),
            new Consent(
                body.kind(),
                body.answer(),
                day(body.on()),
                body.method(),
                body.proxy(),
                body.evidence(),
                hub.now(),
                call.actor()));
    return Answer.done();
  }

  private Answer listLines(Call call) {
    int limit = Page.limit(call);
    Page<AccessLine> page =
        Page.of(
            services
                .history()
                .listBefore(
                    Page.before(call),
                    limit,
                    new AccessHistory.Filter(
                        call.findText("account"),
                        call.findText("subject").map(UUID::fromString),
                        call.findText("emergency").map(UUID::fromString))),
            limit,
            AccessLine::number);
    return Answer.ok(new LinePage(page.items(), page.next()));
  }

  /** Reads a day the contract has only checked the form of. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new ProblemException(ProblemKind.INVALID_REQUEST);
    }
  }

  private static PersonId person(Call call) {
    return new PersonId(call.id("personId"));
  }
}
