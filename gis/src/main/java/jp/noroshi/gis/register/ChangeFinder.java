package jp.noroshi.gis.register;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what kind of change lies between what the register has and what shall be written. */
final class ChangeFinder {

  private ChangeFinder() {}

  static Set<ChangeKind> kinds(Optional<PersonEntry> before, PersonEntry after) {
    return before.map(known -> differences(known, after)).orElse(EnumSet.of(ChangeKind.ENTERED));
  }

  private static Set<ChangeKind> differences(PersonEntry before, PersonEntry after) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    if (before.state() != after.state()) {
      kinds.add(ofState(after.state()));
    }
    if (isElsewhere(before, after)) {
      kinds.add(ChangeKind.ADDRESS);
    }
    if (!withoutPlace(before.identity()).equals(withoutPlace(after.identity()))) {
      kinds.add(ChangeKind.IDENTITY);
    }
    if (before.mobility() != after.mobility()) {
      kinds.add(ChangeKind.MOBILITY);
    }
    if (!before.contacts().equals(after.contacts())) {
      kinds.add(ChangeKind.CONTACTS);
    }
    addCondition(kinds, before.condition(), after.condition());
    return kinds;
  }

  private static void addCondition(Set<ChangeKind> kinds, Condition before, Condition after) {
    if (!before.careLevel().equals(after.careLevel())) {
      kinds.add(ChangeKind.CARE_LEVEL);
    }
    if (!before.certificates().equals(after.certificates())) {
      kinds.add(ChangeKind.CERTIFICATE);
    }
    if (!withoutLevels(before).equals(withoutLevels(after))) {
      kinds.add(ChangeKind.CONDITION);
    }
  }

  private static ChangeKind ofState(PersonState state) {
    return switch (state) {
      case LISTED -> ChangeKind.RETURNED;
      case MOVED_AWAY -> ChangeKind.MOVED_AWAY;
      case DIED -> ChangeKind.DIED;
      case IN_FACILITY -> ChangeKind.ENTERED_FACILITY;
      case REMOVED -> ChangeKind.REMOVED;
    };
  }

  private static boolean isElsewhere(PersonEntry before, PersonEntry after) {
    return !before.identity().address().equals(after.identity().address())
        || !before.identity().residence().equals(after.identity().residence())
        || !before.district().equals(after.district())
        || !before.home().equals(after.home());
  }

  private static Identity withoutPlace(Identity who) {
    return new Identity(
        who.reference(),
        who.name(),
        who.kana(),
        who.birthDate(),
        who.sex(),
        "",
        Optional.empty(),
        who.phone(),
        who.fax(),
        who.mail(),
        who.association(),
        who.block(),
        who.commissioner());
  }

  private static Condition withoutLevels(Condition condition) {
    return new Condition(
        condition.reasons(),
        Optional.empty(),
        List.of(),
        condition.intractableDisease(),
        condition.medicalCare(),
        condition.considerations(),
        condition.diagnosis(),
        condition.doctor(),
        condition.medication(),
        condition.allergies(),
        condition.language(),
        condition.communication());
  }
}
