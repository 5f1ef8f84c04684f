package jp.noroshi.shelters.talk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Renderer;
import jp.noroshi.core.message.Rendering.Line.Choice;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.targeting.FacilitiesInside.Facility;
import jp.noroshi.shelters.response.AnswerTokens;
import jp.noroshi.shelters.response.CaseAnswers;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.Errands;
import jp.noroshi.shelters.response.FacilityAnswers;
import jp.noroshi.shelters.response.FacilityPages;
import jp.noroshi.shelters.response.FacilityTokens;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.response.SupportTask;
import jp.noroshi.shelters.response.SupporterAnswer;
import jp.noroshi.shelters.talk.AddressBook.Address;
import jp.noroshi.shelters.talk.AddressBook.Contact;
import jp.noroshi.shelters.talk.PersonalMail.Letter;
import org.jdbi.v3.core.Handle;

/**
 * Asks and tells supporters and people on the media they chose. No message names anybody: who it is
 * about stands on the answer page. Everything goes through the durable outbox, in the transaction
 * that moved the case. Thread-safe.
 */
public final class TaskMessages implements Errands {

  /** How a button's word begins that LINE sends back. */
  static final String ANSWER = "answer:";

  private final AddressBook addresses;
  private final PersonalMail mail;
  private final PhoneCalls phone;
  private final AnswerTokens tokens;
  private final ResponseSettings settings;
  private final FacilityPhones facilityPhones;

  /** What messages are made of. */
  public record Parts(
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      Renderer renderer,
      Outbox outbox,
      IndividualMessages decisions,
      AddressBook addresses,
      FacilityPhones facilityPhones,
      ResponseSettings settings,
      InstantSource clock) {}

  /** Returns what says something in the talk on LINE with the same means. */
  TalkMessages talk() {
    return new TalkMessages(mail);
  }

  /** Returns what happens about telephone calls that were made with the same means. */
  PhoneDesk phone(CaseAnswers cases, FacilityAnswers facilities, InstantSource clock) {
    return new PhoneDesk(phone, new PhoneDesk.Answers(cases, facilities), settings, clock);
  }

  /** Sends with these. */
  public TaskMessages(Parts parts) {
    this.addresses = parts.addresses();
    this.mail = new PersonalMail(parts);
    this.settings = parts.settings();
    this.tokens = new AnswerTokens(parts.settings(), parts.clock());
    this.facilityPhones = parts.facilityPhones();
    this.phone =
        new PhoneCalls(
            mail,
            tokens,
            new FacilityTokens(parts.settings(), parts.clock()),
            parts.settings(),
            new PhoneCallTable(parts.mode()));
  }

  @Override
  public Set<UUID> reachable(Handle handle, Collection<UUID> supporters) {
    return addresses.reachable(handle, ContactKind.SUPPORTER, supporters);
  }

  @Override
  public Map<UUID, Set<Medium>> waysToFacilities(Handle handle, Collection<UUID> facilities) {
    return contactsOfFacilities(handle, facilities).stream()
        .collect(
            Collectors.groupingBy(
                Contact::subject,
                Collectors.mapping(contact -> contact.address().medium(), Collectors.toSet())));
  }

  /** Every facility whose number is on file is telephoned: that it can be reached is its duty. */
  private List<Contact> contactsOfFacilities(Handle handle, Collection<UUID> facilities) {
    List<Contact> contacts =
        new ArrayList<>(addresses.find(handle, ContactKind.FACILITY, facilities));
    facilityPhones
        .find(handle, facilities)
        .keySet()
        .forEach(
            facility ->
                contacts.add(
                    Contact.byTelephone(ContactKind.FACILITY, facility, mail.mainLanguage())));
    return contacts;
  }

  @Override
  public void askFacility(
      Handle handle, UUID response, Facility facility, Hazard hazard, String token) {
    DispatchFacts decision = mail.underResponse(handle, response);
    List<AreaCode> district = List.of(facility.district());
    for (Contact contact : contactsOfFacilities(handle, List.of(facility.id()))) {
      if (contact.address().medium() == Medium.VOICE) {
        phone.askFacility(handle, decision, response, contact.address());
        continue;
      }
      String language = contact.address().language();
      String body =
          mail.word(language, "facility-body")
              .replace("{areas}", mail.areas(district, language))
              .replace("{name}", facility.name());
      mail.send(
          handle,
          decision,
          contact.address(),
          Letter.plain(mail.word(language, "facility-title"), body, district, hazard, facility.id())
              .with(FacilityPages.path(token), List.of()));
    }
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
    DispatchFacts decision = mail.underResponse(handle, response);
    for (Errand errand : errands) {
      About where = about.get(errand.caseId());
      switch (errand) {
        case Errand.AskSupporter(UUID _, SupportTask task) ->
            to(supporters, task.supporter())
                .forEach(address -> ask(handle, decision, where, address, Optional.of(task)));
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
    return addresses.find(handle, kind, subjects.distinct().toList()).stream()
        .filter(Contact::isWrittenTo)
        .collect(
            Collectors.groupingBy(
                Contact::subject, Collectors.mapping(Contact::address, Collectors.toList())));
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
      Handle handle, DispatchFacts decision, About about, Address to, Optional<SupportTask> task) {
    if (to.medium() == Medium.VOICE) {
      phone.ask(handle, decision, about.caseId(), to, task.map(SupportTask::id));
      return;
    }
    String token = tokens.issue(handle, about.caseId(), task.map(SupportTask::id));
    String language = to.language();
    mail.send(
        handle,
        decision,
        to,
        letter(about, language, task.isPresent() ? "ask" : "self", task)
            .with("/answer/" + token, choices(token, language, task.isPresent())));
  }

  private List<Choice> choices(String token, String language, boolean supporter) {
    return supporter
        ? List.of(
            choice(token, language, "accept", SupporterAnswer.ACCEPT.name()),
            choice(token, language, "cannot", SupporterAnswer.CANNOT.name()))
        : List.of(
            choice(token, language, "self-safe", PersonAnswer.SAFE.name()),
            choice(token, language, "self-help", PersonAnswer.HELP.name()));
  }

  private Choice choice(String token, String language, String label, String answer) {
    return new Choice(mail.word(language, label), button(token, answer));
  }

  /** Returns what a button carries: of which page it is, and what it says. */
  static String button(String token, String answer) {
    return ANSWER + token + ":" + answer;
  }

  private void tell(Handle handle, DispatchFacts decision, About about, Address to, CaseState why) {
    String name =
        switch (why) {
          case SAFE -> "done";
          case ENDED -> "over";
          case WAITING, OPEN, ASKED, CLAIMED, ON_THE_WAY, STAFF -> "taken";
        };
    mail.send(handle, decision, to, letter(about, to.language(), name, Optional.empty()));
  }

  private Letter letter(About about, String language, String name, Optional<SupportTask> task) {
    Duration within = task.map(settings::answerWithin).orElse(settings.answerWithin());
    String minutes = Long.toString(Math.max(1, within.toMinutes()));
    return Letter.plain(
        mail.word(language, name + "-title"),
        mail.word(language, name + "-body")
            .replace("{areas}", mail.areas(about.districts(), language))
            .replace("{minutes}", minutes),
        about.districts(),
        about.hazard(),
        about.caseId());
  }
}
