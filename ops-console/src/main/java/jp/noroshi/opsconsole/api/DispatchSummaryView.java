package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.delivery.MediumReach;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchReason;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.message.Medium;

/** A dispatch in a list, as the contract's {@code DispatchSummary}. */
record DispatchSummaryView(
    UUID id,
    long number,
    int version,
    Mode mode,
    DispatchState state,
    DispatchReason reason,
    String title,
    Hazard hazard,
    Optional<AlertLevel> level,
    boolean urgent,
    List<Medium> media,
    Audience audience,
    String author,
    String authorName,
    Optional<String> approver,
    Optional<String> approverName,
    String editor,
    Optional<String> sentBackReason,
    Optional<UUID> alertId,
    Optional<UUID> corrects,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> approvedAt,
    Instant expiresAt,
    List<MediumReach> reach) {

  /**
   * Shows a dispatch.
   *
   * @param displayName what others read instead of an account's name
   * @param reach how far it came on each medium; empty before something was enqueued
   */
  static DispatchSummaryView of(
      Dispatch dispatch, UnaryOperator<String> displayName, List<MediumReach> reach) {
    return new DispatchSummaryView(
        dispatch.id(),
        dispatch.number(),
        dispatch.version(),
        dispatch.mode(),
        dispatch.state(),
        dispatch.reason(),
        dispatch.title(),
        dispatch.hazard(),
        dispatch.level(),
        dispatch.urgent(),
        dispatch.media().stream().sorted().toList(),
        dispatch.audience(),
        dispatch.author(),
        displayName.apply(dispatch.author()),
        dispatch.approver(),
        dispatch.approver().map(displayName),
        dispatch.editor(),
        dispatch.sentBackReason(),
        dispatch.alertId(),
        dispatch.corrects(),
        dispatch.createdAt(),
        dispatch.updatedAt(),
        dispatch.approvedAt(),
        dispatch.expiresAt(),
        reach);
  }
}
