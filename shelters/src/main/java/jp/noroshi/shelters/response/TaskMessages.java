package jp.noroshi.shelters.response;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.DispatchFacts;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.dispatch.IndividualMessages;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.MessageFacts;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Renderer;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.shelters.response.AddressBook.Address;
import jp.noroshi.shelters.response.AddressBook.Contact;
import org.jdbi.v3.core.Handle;

/**
 * Asks and tells supporters and people on the media they chose. No message names anybody: who it is
 * about stands on the answer page. Everything goes through the durable outbox, in the transaction
 * that moved the case. Thread-safe.
 */
public final class TaskMessages implements Errands {

  /** How a button's word begins that LINE sends back. */
  static final String ANSWER = "answer:";

  private final Parts parts;
  private final AnswerTokens tokens;

  /** What messages are made of. */
  public record Parts(
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      Renderer renderer,
      Outbox outbox,
      IndividualMessages decisions,
      AddressBook addresses,
      ResponseSettings settings,
      InstantSource clock) {}

  /** Sends with these. */
  public TaskMessages(Parts parts) {
    this.parts = parts;
    this.tokens = new AnswerTokens(parts.settings(), parts.clock());
  }

  @Override
  public Set<UUID> reachable(Handle handle, Collection<UUID> supporters) {
    return parts.addresses().reachable(handle, supporters);
  }

  /** Where a case is, and why. */
  private record About(UUID caseId, List<AreaCode> districts, Hazard hazard) {}

  @Override
  public void send(Handle handle, UUID response, List<Errand> errands) {
    Map<UUID, About> about = about(handle, errands);
    Map<UUID, List<Address>> supporters =
        contacts(handle, ContactKind.SUPPORTER, errands.stream().flatMap(TaskMessages::supporter));
    Map<UUID, List<Address>> people =
        contacts(handle, ContactKind.PERSON, errands.stream().flatMap(TaskMessages::person));
    if (supporters.isEmpty() && people.isEmpty()) {
      return;
    }
    DispatchFacts decision = decision(handle, response);
    for (Errand errand : errands) {
      About where = about.get(errand.caseId());
      switch (errand) {
        case Errand.AskSupporter(UUID _, SupportTask task) ->
            to(supporters, task.supporter())
                .forEach(address -> ask(handle, decision, where, address, Optional.of(task.id())));
        case Errand.AskPerson(UUID _, PersonId person) ->
            to(people, person.value())
                .forEach(address -> ask(handle, decision, where, address, Optional.empty()));
        case Errand.NotNeeded(UUID _, SupportTask task, CaseState why) ->
            to(supporters, task.supporter())
                .forEach(address -> tell(handle, decision, where, address, why));
      }
    }
  }

  private static List<Address> to(Map<UUID, List<Address>> contacts, UUID subject) {
    return contacts.getOrDefault(subject, List.of());
  }

  private static Stream<UUID> supporter(Errand errand) {
    return switch (errand) {
      case Errand.AskSupporter ask -> Stream.of(ask.task().supporter());
      case Errand.NotNeeded told -> Stream.of(told.task().supporter());
      case Errand.AskPerson _ -> Stream.empty();
    };
  }

  private static Stream<UUID> person(Errand errand) {
    return errand instanceof Errand.AskPerson ask
        ? Stream.of(ask.person().value())
        : Stream.empty();
  }

  private Map<UUID, List<Address>> contacts(
      Handle handle, ContactKind kind, Stream<UUID> subjects) {
    return parts.addresses().find(handle, kind, subjects.distinct().toList()).stream()
        .collect(
            Collectors.groupingBy(
                Contact::subject, Collectors.mapping(Contact::address, Collectors.toList())));
  }

  private DispatchFacts decision(Handle handle, UUID response) {
    String startedBy =
        handle
            .createQuery("select started_by from shelters.response where id = :id")
            .bind("id", response)
            .mapTo(String.class)
            .one();
    Instant now = parts.clock().instant();
    return parts
        .decisions()
        .under(
            handle,
            "response:" + response,
            Hazard.OTHER,
            word(parts.municipality().mainLanguage(), "title"),
            startedBy,
            now,
            now.plus(parts.settings().tokenLasts()));
  }

  private static Map<UUID, About> about(Handle handle, List<Errand> errands) {
    return handle
        .createQuery(
            "select id, districts, hazard from shelters.response_case where id = any(:ids)")
        .bindArray("ids", UUID.class, errands.stream().map(Errand::caseId).distinct().toArray())
        .map(
            (row, _) ->
                new About(
                    row.getObject("id", UUID.class),
                    Arrays.stream((String[]) row.getArray("districts").getArray())
                        .map(AreaCode::new)
                        .toList(),
                    Hazard.valueOf(row.getString("hazard"))))
        .stream()
        .collect(Collectors.toMap(About::caseId, Function.identity()));
  }

  private void ask(
      Handle handle, DispatchFacts decision, About about, Address to, Optional<UUID> task) {
    String token = tokens.issue(handle, about.caseId(), task);
    String language = to.language();
    String name = task.isPresent() ? "ask" : "self";
    Rendering plain = render(decision, about, to, name);
    String page = page(token, language);
    Rendering asking =
        switch (plain) {
          case Rendering.Line line -> line.asking(page, choices(token, language, task.isPresent()));
          case Rendering.Push push -> push.asking(page, about.caseId().toString());
          case Rendering.Web _, Rendering.Radio _ ->
              throw new IllegalStateException("nobody is asked on a medium for all");
        };
    enqueue(handle, decision, to, asking);
  }

  private List<Rendering.Line.Choice> choices(String token, String language, boolean supporter) {
    Stream<Rendering.Line.Choice> choices =
        supporter
            ? Stream.of(
                choice(token, language, "accept", SupporterAnswer.ACCEPT.name()),
                choice(token, language, "cannot", SupporterAnswer.CANNOT.name()))
            : Stream.of(
                choice(token, language, "self-safe", PersonAnswer.SAFE.name()),
                choice(token, language, "self-help", PersonAnswer.HELP.name()));
    return choices.toList();
  }

  private Rendering.Line.Choice choice(String token, String language, String label, String answer) {
    return new Rendering.Line.Choice(word(language, label), ANSWER + token + ":" + answer);
  }

  private void tell(Handle handle, DispatchFacts decision, About about, Address to, CaseState why) {
    String name =
        switch (why) {
          case SAFE -> "done";
          case ENDED -> "over";
          case WAITING, OPEN, ASKED, CLAIMED, ON_THE_WAY, STAFF -> "taken";
        };
    enqueue(handle, decision, to, render(decision, about, to, name));
  }

  /**
   * Tells one address something outside a response, for instance about its registration.
   *
   * @param name of the words in the templates
   */
  void notice(Handle handle, Address to, String name) {
    Instant now = parts.clock().instant();
    DispatchFacts decision =
        parts
            .decisions()
            .under(
                handle,
                "response:registration",
                Hazard.OTHER,
                word(parts.municipality().mainLanguage(), "link-title"),
                Responses.HUB,
                now,
                now.plus(parts.settings().tokenLasts()));
    DraftText text =
        new DraftText(
            to.medium(),
            to.language(),
            word(to.language(), "link-title"),
            word(to.language(), name));
    enqueue(
        handle,
        decision,
        to,
        parts.renderer().render(facts(decision, List.of(), Hazard.OTHER), text, now));
  }

  private Rendering render(DispatchFacts decision, About about, Address to, String name) {
    String language = to.language();
    String areas =
        about.districts().stream()
            .map(area -> parts.municipality().areaName(area, language))
            .collect(Collectors.joining(parts.texts().word(language, "list-separator")));
    String minutes = Long.toString(parts.settings().answerWithin().toMinutes());
    DraftText text =
        new DraftText(
            to.medium(),
            language,
            word(language, name + "-title"),
            word(language, name + "-body").replace("{areas}", areas).replace("{minutes}", minutes));
    return parts
        .renderer()
        .render(facts(decision, about.districts(), about.hazard()), text, parts.clock().instant());
  }

  private MessageFacts facts(DispatchFacts decision, List<AreaCode> areas, Hazard hazard) {
    return new MessageFacts(
        parts.mode(),
        decision.thread(),
        hazard,
        Optional.empty(),
        true,
        areas,
        Optional.empty(),
        decision.expiresAt());
  }

  private void enqueue(Handle handle, DispatchFacts decision, Address to, Rendering rendering) {
    parts.outbox().enqueue(handle, decision, to.medium(), rendering, Stream.of(to.value()), 1);
  }

  private String page(String token, String language) {
    String page = parts.municipality().baseUrl().resolve("/answer/" + token).toString();
    return language.equals(parts.municipality().mainLanguage()) ? page : page + "?lang=" + language;
  }

  private String word(String language, String key) {
    return parts.texts().word(language, "response-" + key);
  }
}
