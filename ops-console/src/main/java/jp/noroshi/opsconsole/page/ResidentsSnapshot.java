package jp.noroshi.opsconsole.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.channels.web.PublishedNotice;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.place.AreaCode;

/**
 * What the public may know at one moment.
 *
 * @param mode live or drill
 * @param number the line of the chronology up to which everything is in it, at least
 * @param asOf when it was looked at
 * @param orders the city's orders, the gravest first
 * @param alerts what others announced and is in force here, the gravest first
 * @param notices the published notices that have not ended, newest first
 * @param feed whether the announcements of others arrive
 */
public record ResidentsSnapshot(
    Mode mode,
    long number,
    Instant asOf,
    List<EvacuationOrder> orders,
    List<AlertInForce> alerts,
    List<PublishedNotice> notices,
    Feed feed) {

  /** Copies the lists. */
  public ResidentsSnapshot {
    orders = List.copyOf(orders);
    alerts = List.copyOf(alerts);
    notices = List.copyOf(notices);
  }

  /**
   * Something another office announced.
   *
   * @param name its name as announced (「レベル４土砂災害危険警報」)
   * @param level 警戒レベル相当, where there is one
   * @param publisher who announced it
   * @param districts whom it concerns; empty = the whole municipality
   * @param since since when
   */
  public record AlertInForce(
      String name,
      Optional<AlertLevel> level,
      String publisher,
      List<AreaCode> districts,
      Instant since) {
    /** Copies the list. */
    public AlertInForce {
      districts = List.copyOf(districts);
    }
  }

  /**
   * Whether the announcements of others arrive. "No alerts" and "nothing arrives" must look
   * different.
   *
   * @param arrives whether every source that is switched on works
   * @param lastMessage when the last message came, if any
   */
  public record Feed(boolean arrives, Optional<Instant> lastMessage) {}
}
