package jp.noroshi.opsconsole.app;

import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.dispatch.IndividualMessages;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Renderer;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.population.FacilityPhones;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.targeting.TargetList;
import jp.noroshi.opsconsole.api.Reception;
import jp.noroshi.shelters.checkin.Recognitions;
import jp.noroshi.shelters.response.CheckinSigns;
import jp.noroshi.shelters.response.RegisterCallUp;
import jp.noroshi.shelters.response.ResponseServices;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.talk.AddressBook;
import jp.noroshi.shelters.talk.PhoneInbox;
import jp.noroshi.shelters.talk.Reports;
import jp.noroshi.shelters.talk.TalkServices;
import jp.noroshi.shelters.talk.TaskMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The loop from an evacuation order to everybody known to be safe. */
record ResponseWiring(ResponseServices services, TalkServices talk, Runnable stopLooking)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResponseWiring.class);

  /**
   * What came from LINE is worked on at once; this is for what failed, or an earlier hub left, and
   * for who left a medium.
   */
  private static final long INBOX_MILLISECONDS = 10_000;

  /** How often the hub looks whom to telephone again. */
  private static final long CALLS_MILLISECONDS = 1_000;

  /** Starts it; orders in force are followed at once. */
  static ResponseWiring start(
      HubConfig config,
      MunicipalitySettings municipality,
      CoreWiring core,
      RegisterServices register,
      PlanServices plans,
      Reception reception,
      Hub.Surroundings around) {
    Recognitions recognitions = reception.checkin().recognitions();
    ResponseSettings settings = config.response().orElse(ResponseSettings.USUAL);
    AddressBook addresses = new AddressBook(around.database(), config.mode(), around.clock());
    TaskMessages messages = messages(config, municipality, core, addresses, settings, around);
    ResponseServices services =
        ResponseServices.open(
            new ResponseServices.Stores(
                around.database(),
                core.chronology(),
                core.dispatch().orders(),
                register,
                plans,
                new RegisterCallUp(
                    new TargetList(around.database(), register.log(), municipality.code()),
                    plans.called()),
                messages,
                new CheckinSigns(recognitions)),
            settings,
            config.mode(),
            around.clock());
    recognitions.onNew(services.worker()::wake);
    services.worker().start();
    TalkServices talk =
        TalkServices.open(
            new TalkServices.Stores(
                around.database(),
                addresses,
                messages,
                services,
                core.dispatch().subscribers(),
                new RoomCipher(register.cipher(), Reports.ROOM),
                new Recognition(register.cipher(), register.log()),
                register.register(),
                plans.supporters(),
                municipality.mainLanguage()),
            config.mode(),
            around.clock());
    long looks =
        around
            .vertx()
            .setPeriodic(0, INBOX_MILLISECONDS, _ -> Thread.ofVirtual().start(() -> look(talk)));
    long calls =
        around
            .vertx()
            .setPeriodic(
                0, CALLS_MILLISECONDS, _ -> Thread.ofVirtual().start(() -> call(talk.phone())));
    return new ResponseWiring(
        services,
        talk,
        () -> {
          around.vertx().cancelTimer(looks);
          around.vertx().cancelTimer(calls);
        });
  }

  private static void look(TalkServices talk) {
    try {
      talk.inbox().work();
      talk.gone().work();
    } catch (RuntimeException e) {
      LOG.warn("what LINE handed in, and who left a medium, is looked at again later", e);
    }
  }

  private static void call(PhoneInbox inbox) {
    try {
      inbox.work();
    } catch (RuntimeException e) {
      LOG.warn("telephone calls are looked at again later", e);
    }
  }

  private static TaskMessages messages(
      HubConfig config,
      MunicipalitySettings municipality,
      CoreWiring core,
      AddressBook addresses,
      ResponseSettings settings,
      Hub.Surroundings around) {
    MessageTemplates texts = MessageTemplates.load(config.templates(), municipality.languages());
    return new TaskMessages(
        new TaskMessages.Parts(
            config.mode(),
            municipality,
            texts,
            new Renderer(municipality, texts, SirenTable.load(config.sirens())),
            core.outbox(),
            new IndividualMessages(config.mode()),
            addresses,
            new FacilityPhones(around.database(), around.clock()),
            settings,
            around.clock()));
  }

  @Override
  public void close() {
    stopLooking.run();
    services.worker().close();
  }
}
