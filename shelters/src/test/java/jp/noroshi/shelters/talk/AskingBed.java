package jp.noroshi.shelters.talk;

import static jp.noroshi.shelters.response.ResponseBed.NIRAYAMA;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.dispatch.IndividualMessages;
import jp.noroshi.core.evacuation.EvacuationChange;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Renderer;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.register.People;
import jp.noroshi.gis.register.PersonEntry;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.RegisterBed;
import jp.noroshi.shelters.response.CallUp;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.NotYetSafe;
import jp.noroshi.shelters.response.ResponseBed;
import jp.noroshi.shelters.response.ResponseServices;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.response.Risk;
import jp.noroshi.shelters.response.SafetySigns;
import jp.noroshi.shelters.talk.AddressBook.Address;
import jp.noroshi.shelters.talk.AddressBook.Contact;

/** A response of the sample municipality whose messages lie in a real outbox. */
public final class AskingBed {

  static final String NAME = "見本 花";
  static final MunicipalitySettings MUNICIPALITY =
      MunicipalitySettings.load(ProjectFiles.find("config/sample/izunokuni.yaml"));
  static final MessageTemplates TEXTS =
      MessageTemplates.load(ProjectFiles.find("config/templates"), MUNICIPALITY.languages());

  public final RegisterBed register;
  final PlanServices plans;
  final AddressBook addresses;
  final TaskMessages messages;
  public final ResponseServices services;
  private final Database database;
  private final List<CallUp.Called> people = new ArrayList<>();

  public AskingBed(Database database) {
    this.database = database;
    this.register = RegisterBed.on(database);
    this.plans =
        PlanServices.open(database, register.services(), (_, _, _, _) -> List.of(), register);
    this.addresses = new AddressBook(database, Mode.DRILL, register);
    this.messages =
        new TaskMessages(
            new TaskMessages.Parts(
                Mode.DRILL,
                MUNICIPALITY,
                TEXTS,
                new Renderer(
                    MUNICIPALITY, TEXTS, SirenTable.load(ProjectFiles.find("config/sirens.yaml"))),
                new Outbox(register.withZone(ZoneOffset.UTC)),
                new IndividualMessages(Mode.DRILL),
                addresses,
                new FacilityPhones(database, register),
                ResponseSettings.USUAL,
                register));
    this.services =
        ResponseServices.open(
            new ResponseServices.Stores(
                database,
                new Chronology(database),
                new EvacuationOrders(database, Mode.DRILL),
                register.services(),
                plans,
                (_, _) -> people,
                messages,
                SafetySigns.NONE),
            ResponseSettings.USUAL,
            Mode.DRILL,
            register);
  }

  /** Puts somebody on the register who is called up, with supporters in the order of the plan. */
  PersonId person(UUID... supporters) {
    PersonEntry entry = People.entry("r-1", NAME, "ミホン ハナ", NIRAYAMA);
    register.services().register().enter(entry, RegisterBed.UPDATE);
    List<CallUp.PlannedSupporter> helpers = new ArrayList<>();
    for (int i = 0; i < supporters.length; i++) {
      helpers.add(new CallUp.PlannedSupporter(supporters[i], false, i, false));
    }
    people.add(
        new CallUp.Called(
            entry.id(),
            Optional.empty(),
            Optional.of(StartSignal.LEVEL_3),
            helpers,
            new Risk(1, 1, 1, 1)));
    return entry.id();
  }

  void reach(ContactKind kind, UUID subject, Medium medium, String address, String language) {
    addresses.keep(new Contact(kind, subject, new Address(medium, address, language)));
  }

  void forget(UUID supporter, Medium medium) {
    database.useTransaction(
        handle -> addresses.forget(handle, ContactKind.SUPPORTER, supporter, medium));
  }

  /** An order of level 3 takes effect. */
  public void order() {
    database.useTransaction(
        handle -> {
          EvacuationOrders orders = new EvacuationOrders(database, Mode.DRILL);
          EvacuationChange change =
              orders.propose(
                  handle,
                  Hazard.FLOOD,
                  "",
                  Map.of(NIRAYAMA, Optional.of(AlertLevel.THREE)),
                  "duty",
                  register.instant());
          orders.takeEffect(handle, change, register.instant());
        });
    work();
  }

  void work() {
    ResponseBed.work(services);
  }

  CaseState state() {
    return line().state();
  }

  NotYetSafe.Line line() {
    UUID response = services.responses().list().getFirst().id();
    return services
        .notYetSafe()
        .list(new NotYetSafe.Wanted(response, Optional.empty(), Set.of(CaseState.values())), 0, 10)
        .lines()
        .getFirst();
  }

  UUID taskOf(UUID supporter) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select id from shelters.support_task where supporter = :supporter")
                .bind("supporter", supporter)
                .mapTo(UUID.class)
                .one());
  }

  /** A message as it lies in the outbox. */
  record Sent(String to, Medium medium, JsonNode content, String text) {

    /** Returns the token in its link. */
    String token() {
      String path = URI.create(said("link")).getPath();
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Returns what a button sends back. */
    String button(int place) {
      return content.get("choices").get(place).get("data").asText();
    }

    String said(String field) {
      return content.get(field).asText();
    }
  }

  /** Returns what was written to an address, oldest first. */
  List<Sent> sentTo(String address) {
    return sent().stream().filter(each -> each.to().equals(address)).toList();
  }

  List<Sent> sent() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select d.recipients[1] as recipient, d.medium, r.content::text as content
                    from core.delivery d join core.rendering r on r.id = d.rendering_id
                    order by d.seq
                    """)
                .map(
                    (row, _) ->
                        new Sent(
                            row.getString("recipient"),
                            Medium.valueOf(row.getString("medium")),
                            Json.read(row.getString("content"), JsonNode.class),
                            row.getString("content")))
                .list());
  }
}
