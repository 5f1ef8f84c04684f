package jp.noroshi.opsconsole.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.noroshi.channels.web.PublishedNotice;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.intake.Situation;
import jp.noroshi.core.intake.SourceHealth;
import jp.noroshi.opsconsole.page.ResidentsSnapshot.AlertInForce;
import jp.noroshi.opsconsole.page.ResidentsSnapshot.Feed;

/** The residents' view of this hub's services. Thread-safe, blocking. */
public final class HubResidentsView implements ResidentsView {

  /** Lines looked at for notices; three languages make three lines of one dispatch. */
  private static final int LINES = 200;

  private final Mode mode;
  private final ChronologyReader chronology;
  private final EvacuationOrders orders;
  private final Situation situation;
  private final Supplier<List<SourceHealth>> sources;
  private final InstantSource clock;

  /**
   * Looks at these.
   *
   * @param sources how every source is
   */
  public HubResidentsView(
      Mode mode,
      ChronologyReader chronology,
      EvacuationOrders orders,
      Situation situation,
      Supplier<List<SourceHealth>> sources,
      InstantSource clock) {
    this.mode = mode;
    this.chronology = chronology;
    this.orders = orders;
    this.situation = situation;
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public ResidentsSnapshot look() {
    // The number first: what comes while the rest is read is told again by the live events.
    long number = chronology.lastSeq();
    return new ResidentsSnapshot(
        mode,
        number,
        clock.instant(),
        orders.listInForce(),
        situation.listInForce().stream().map(HubResidentsView::alert).toList(),
        notices(),
        feed(sources.get()));
  }

  private List<PublishedNotice> notices() {
    ChronologyFilter published =
        ChronologyFilter.ALL.of(mode).of(Set.of(ChronologyKind.NOTICE_PUBLISHED));
    return chronology.listBefore(Long.MAX_VALUE, LINES, published).stream()
        .map(PublishedNotice::read)
        .filter(notice -> clock.instant().isBefore(notice.notice().expiresAt()))
        .toList();
  }

  private static AlertInForce alert(Situation.InForce alert) {
    return new AlertInForce(
        alert.name(),
        alert.level(),
        alert.publisher(),
        alert.municipal() ? alert.districts() : List.of(),
        alert.since());
  }

  private static Feed feed(List<SourceHealth> sources) {
    List<SourceHealth> used =
        sources.stream().filter(source -> source.state() != SourceHealth.State.OFF).toList();
    return new Feed(
        used.stream().allMatch(source -> source.state() == SourceHealth.State.WELL),
        used.stream()
            .map(SourceHealth::lastMessage)
            .<Instant>mapMulti(Optional::ifPresent)
            .max(Comparator.naturalOrder()));
  }
}
