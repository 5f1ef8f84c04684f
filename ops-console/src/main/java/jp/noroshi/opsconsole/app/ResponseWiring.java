package jp.noroshi.opsconsole.app;

import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.targeting.TargetList;
import jp.noroshi.opsconsole.api.Reception;
import jp.noroshi.shelters.checkin.Recognitions;
import jp.noroshi.shelters.response.CheckinSigns;
import jp.noroshi.shelters.response.Errands;
import jp.noroshi.shelters.response.RegisterCallUp;
import jp.noroshi.shelters.response.ResponseServices;
import jp.noroshi.shelters.response.ResponseSettings;

/** The loop from an evacuation order to everybody known to be safe. */
record ResponseWiring(ResponseServices services) implements AutoCloseable {

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
    ResponseServices services =
        ResponseServices.open(
            new ResponseServices.Stores(
                around.database(),
                core.chronology(),
                core.dispatch().orders(),
                register.emergencies(),
                new RegisterCallUp(
                    new TargetList(around.database(), register.log(), municipality.code()),
                    plans.called()),
                Errands.NOBODY_REACHABLE,
                new CheckinSigns(recognitions)),
            config.response().orElse(ResponseSettings.USUAL),
            config.mode(),
            around.clock());
    recognitions.onNew(services.worker()::wake);
    services.worker().start();
    return new ResponseWiring(services);
  }

  @Override
  public void close() {
    services.worker().close();
  }
}
