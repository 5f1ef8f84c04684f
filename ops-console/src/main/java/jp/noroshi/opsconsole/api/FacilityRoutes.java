package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.message.Medium;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.population.FacilityPhones.Phone;
import jp.noroshi.gis.population.FacilityPhones.Written;
import jp.noroshi.opsconsole.api.HubFacts.Named;
import jp.noroshi.opsconsole.auth.Account;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.shelters.response.FacilityAnswer;
import jp.noroshi.shelters.response.FacilityPages;
import jp.noroshi.shelters.response.FacilityTasks;
import jp.noroshi.shelters.response.Response;
import jp.noroshi.shelters.response.Responses;

/** 要配慮者利用施設 in a response: which lie inside, and how far each is. */
final class FacilityRoutes implements Routes {

  private final HubFacts hub;
  private final Responses responses;
  private final FacilityTasks tasks;
  private final FacilityPages pages;
  private final FacilityPhones phones;
  private final Accounts accounts;

  FacilityRoutes(
      HubFacts hub,
      Responses responses,
      FacilityTasks tasks,
      FacilityPages pages,
      FacilityPhones phones,
      Accounts accounts) {
    this.hub = hub;
    this.responses = responses;
    this.tasks = tasks;
    this.pages = pages;
    this.phones = phones;
    this.accounts = accounts;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listFacilityTasks", this::list,
        "sayForFacility", this::say,
        "makeFacilityLink", this::link,
        "listCareFacilities", this::listAll,
        "writeFacilityPhone", this::writePhone);
  }

  /** A number the hub dials; without {@code by} it is the list's. */
  private record PhoneView(String number, Optional<String> by, Optional<Instant> at) {}

  private PhoneView view(Phone phone) {
    return new PhoneView(
        phone.number(),
        phone.written().map(written -> nameOf(written.by())),
        phone.written().map(Written::at));
  }

  private record CareFacility(UUID id, String name, String address, Optional<PhoneView> phone) {}

  private record CareFacilities(List<CareFacility> facilities) {}

  private Answer listAll(Call call) {
    return Answer.ok(
        new CareFacilities(
            phones.list().stream()
                .map(
                    each ->
                        new CareFacility(
                            each.id(), each.name(), each.address(), each.phone().map(this::view)))
                .toList()));
  }

  private record PhoneBody(Optional<String> number) {}

  private Answer writePhone(Call call) {
    if (!phones.write(call.id("facilityId"), call.read(PhoneBody.class).number(), call.actor())) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Answer.done();
  }

  private record ReplyView(
      FacilityAnswer answer, Optional<Integer> people, Optional<String> by, Instant at) {}

  private record TaskView(
      UUID id,
      String name,
      String address,
      Map<String, String> details,
      Named district,
      HazardKind hazard,
      int rank,
      boolean open,
      boolean silent,
      Optional<PhoneView> phone,
      Optional<AskingView> asking,
      Optional<ReplyView> reply) {}

  private record AskingView(
      Instant at, List<Medium> media, int calls, Optional<CallEnd> lastCall) {}

  private record TaskList(Instant asOf, List<TaskView> facilities) {}

  private Answer list(Call call) {
    return Answer.ok(list(find(call), call));
  }

  private TaskList list(Response response, Call call) {
    List<FacilityTasks.Task> all = tasks.list(response);
    Map<UUID, Phone> numbers = phones.find(all.stream().map(task -> task.facility().id()).toList());
    return new TaskList(
        hub.now(),
        all.stream()
            .map(
                task ->
                    view(
                        task,
                        Optional.ofNullable(numbers.get(task.facility().id())),
                        call.language()))
            .toList());
  }

  private TaskView view(FacilityTasks.Task task, Optional<Phone> phone, Language language) {
    return new TaskView(
        task.facility().id(),
        task.facility().name(),
        task.facility().address(),
        task.facility().details(),
        hub.named(task.facility().district(), language),
        task.hazard(),
        task.facility().rank(),
        task.isOpen(),
        task.isSilent(),
        phone.map(this::view),
        task.asking()
            .map(
                asked ->
                    new AskingView(asked.at(), asked.media(), asked.calls(), asked.lastCall())),
        task.reply()
            .map(
                said ->
                    new ReplyView(
                        said.answer(), said.people(), said.clerk().map(this::nameOf), said.at())));
  }

  private String nameOf(String account) {
    return accounts.find(account).map(Account::displayName).orElse(account);
  }

  private record Said(FacilityAnswer answer, Optional<Integer> people) {}

  private Answer say(Call call) {
    Response response = find(call);
    if (!response.isRunning()) {
      throw new ProblemException(ProblemKind.RESPONSE_OVER);
    }
    Said body = call.read(Said.class);
    if (!tasks.say(
        response, call.id("facilityId"), body.answer(), body.people(), Optional.of(call.actor()))) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Answer.ok(list(response, call));
  }

  private record LinkView(String link) {}

  private Answer link(Call call) {
    return Answer.okOrNotFound(
        pages
            .link(find(call), call.id("facilityId"))
            .map(FacilityPages::path)
            .map(path -> new LinkView(hub.municipality().baseUrl().resolve(path).toString())));
  }

  private Response find(Call call) {
    return responses
        .find(call.id("responseId"))
        .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
  }
}
