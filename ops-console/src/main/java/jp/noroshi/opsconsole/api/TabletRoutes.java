package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.opsconsole.auth.Tablet;
import jp.noroshi.opsconsole.auth.Tablets;
import jp.noroshi.shelters.opening.Shelters;

/** The tablets of the shelters: let in, listed, locked out. */
final class TabletRoutes implements Routes {

  private final Tablets tablets;
  private final Shelters shelters;

  TabletRoutes(Tablets tablets, Shelters shelters) {
    this.tablets = tablets;
    this.shelters = shelters;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("enrolTablet", this::enrol, "listTablets", _ -> list(), "lockTablet", this::lock);
  }

  private record Enrolment(String name, UUID shelter) {}

  private record EnrolledView(UUID device, String token, String name, UUID shelter) {}

  private Answer enrol(Call call) {
    Enrolment wish = call.read(Enrolment.class);
    if (shelters.find(wish.shelter()).isEmpty()) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    Tablets.Enrolled enrolled = tablets.enrol(wish.name().strip(), wish.shelter(), call.actor());
    Tablet tablet = enrolled.tablet();
    return Answer.created(
        new EnrolledView(tablet.device(), enrolled.secret(), tablet.name(), tablet.shelter()));
  }

  private record LockView(Instant at, String by, String reason) {}

  private record TabletView(
      UUID device,
      String name,
      UUID shelter,
      Instant enrolledAt,
      Instant lastSeen,
      Optional<Instant> toldAll,
      int unsent,
      Optional<Instant> probed,
      Optional<LockView> lock) {

    static TabletView of(Tablet tablet) {
      return new TabletView(
          tablet.device(),
          tablet.name(),
          tablet.shelter(),
          tablet.enrolledAt(),
          tablet.lastSeen(),
          tablet.toldAll(),
          tablet.unsent(),
          tablet.probed(),
          tablet.lock().map(lock -> new LockView(lock.at(), lock.by(), lock.reason())));
    }
  }

  private record TabletList(List<TabletView> tablets) {}

  private Answer list() {
    return Answer.ok(new TabletList(tablets.list().stream().map(TabletView::of).toList()));
  }

  private record Lock(String reason) {}

  private Answer lock(Call call) {
    Lock lock = call.read(Lock.class);
    return Answer.okOrNotFound(
        tablets.lock(call.id("device"), lock.reason().strip(), call.actor()).map(TabletView::of));
  }
}
