package jp.noroshi.opsconsole.app;

import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.plan.Reachability;
import jp.noroshi.gis.register.RegisterServices;

/** The evacuation plans and the watch that examines them every night. */
record PlanWiring(PlanServices services, NightWatch watch) implements AutoCloseable {

  static PlanWiring start(
      RegisterServices register,
      PlanRoads roads,
      Reachability reachability,
      Hub.Surroundings around) {
    PlanServices services =
        PlanServices.open(around.database(), register, roads, reachability, around.clock());
    return new PlanWiring(
        services, NightWatch.start(around.vertx(), services.examination(), around.clock()));
  }

  @Override
  public void close() {
    watch.close();
  }
}
