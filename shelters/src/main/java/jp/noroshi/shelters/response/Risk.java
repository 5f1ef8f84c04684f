package jp.noroshi.shelters.response;

import java.util.EnumSet;
import java.util.Set;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.CalledPlans;
import jp.noroshi.gis.register.CareLevel;
import jp.noroshi.gis.register.Condition;
import jp.noroshi.gis.register.Contacts;
import jp.noroshi.gis.register.MedicalCare;
import jp.noroshi.gis.register.Mobility;

/**
 * How urgent somebody is: danger at home × condition × alone × time left. Each is a step from 1 up,
 * so that a screen can say why somebody is first; the steps are our choice, not the law's.
 *
 * @param home 1 no danger known … 7 the gravest zone
 * @param condition 1 walks … 4 cannot move without others or depends on a device
 * @param alone 1 somebody is there, 2 not known, 3 alone by day
 * @param time 1 plenty … 4 the way takes over an hour, or a device runs dry within three
 */
public record Risk(int home, int condition, int alone, int time) {

  private static final Set<Mobility> CARRIED = EnumSet.of(Mobility.CARRIED, Mobility.BY_VEHICLE);
  private static final Set<Mobility> LED = EnumSet.of(Mobility.WHEELCHAIR, Mobility.GUIDED);

  /**
   * Checks the steps.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public Risk {
    if (home < 1 || home > 7 || condition < 1 || condition > 4 || alone < 1 || alone > 3) {
      throw new IllegalArgumentException("a step of the risk is out of its range");
    }
    if (time < 1 || time > 4) {
      throw new IllegalArgumentException("a step of the risk is out of its range");
    }
  }

  /** Returns what people are ordered by, the most urgent highest. */
  public int score() {
    return home * condition * alone * time;
  }

  static Risk of(CalledPlans.Called called, HazardKind hazard) {
    return new Risk(
        homeStep(called.homeRank(), hazard),
        conditionStep(called.person().outline().mobility(), called),
        aloneStep(called),
        timeStep(called));
  }

  /** 土砂災害特別警戒区域 is as grave as the deepest water. */
  private static int homeStep(int rank, HazardKind hazard) {
    int grave = hazard == HazardKind.LANDSLIDE ? rank * 3 : rank;
    return 1 + Math.clamp(grave, 0, 6);
  }

  private static int conditionStep(Mobility mobility, CalledPlans.Called called) {
    boolean device = called.person().condition().filter(Risk::hasDevice).isPresent();
    boolean heavy =
        called.person().condition().flatMap(Condition::careLevel).filter(Risk::isHeavy).isPresent();
    if (CARRIED.contains(mobility) || device) {
      return 4;
    }
    if (LED.contains(mobility) || heavy) {
      return 3;
    }
    return mobility == Mobility.WALKS ? 1 : 2;
  }

  private static boolean hasDevice(Condition condition) {
    return !condition.medicalCare().devices().isEmpty();
  }

  private static boolean isHeavy(CareLevel level) {
    return level.compareTo(CareLevel.CARE_3) >= 0;
  }

  private static int aloneStep(CalledPlans.Called called) {
    return called
        .person()
        .contacts()
        .flatMap(Contacts::aloneByDay)
        .map(alone -> alone ? 3 : 1)
        .orElse(2);
  }

  private static int timeStep(CalledPlans.Called called) {
    int way =
        called
            .plan()
            .flatMap(CalledPlans.Agreed::minutesNeeded)
            .map(minutes -> minutes > 60 ? 4 : minutes > 30 ? 3 : 2)
            .orElse(2);
    int power =
        called.person().condition().map(Condition::medicalCare).map(Risk::powerStep).orElse(1);
    return Math.max(way, power);
  }

  private static int powerStep(MedicalCare care) {
    if (care.devices().isEmpty()) {
      return 1;
    }
    int hours = care.powerHours().orElse(0);
    return hours <= 3 ? 4 : hours <= 8 ? 3 : 2;
  }
}
