package jp.noroshi.core.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.AudienceFinder;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.intake.AlertRecorder.Origin;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.IntakeReceipt.Item;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages in, whatever the source: drops what was taken in before, keeps the original bytes,
 * quarantines what cannot be read, brings every stream up to date and lets the rules decide. All of
 * one message is one transaction. Thread-safe, blocking: call it on virtual threads.
 */
public final class AlertIntake implements AlertSource.Intake {
  private static final Logger LOG = LoggerFactory.getLogger(AlertIntake.class);

  private final Mode mode;
  private final Parts parts;
  private final OriginalStore originals;
  private final AlertStore alerts;
  private final AlertRecorder recorder;

  /**
   * What the intake works with.
   *
   * @param reader understands the bytes
   * @param audience tells which districts a drawn area meets
   * @param followUp makes drafts and dispatches
   */
  public record Parts(
      Database database,
      Chronology chronology,
      AlertReader reader,
      AudienceFinder audience,
      AlertFollowUp followUp,
      InstantSource clock) {}

  /**
   * Prepares the intake of one hub.
   *
   * @param mode what everything that comes in becomes part of
   * @param municipality five digits
   * @param settings rules and areas
   * @param parts what it works with
   */
  public AlertIntake(Mode mode, AreaCode municipality, IntakeSettings settings, Parts parts) {
    this.mode = mode;
    this.parts = parts;
    this.originals = new OriginalStore(mode);
    this.alerts = new AlertStore(mode);
    this.recorder =
        new AlertRecorder(
            mode,
            new ConcernFinder(municipality, settings.widerAreas(), parts.audience()),
            settings,
            parts.followUp(),
            parts.chronology());
  }

  /**
   * Takes a message in.
   *
   * @return what became of it, after the commit
   * @throws RuntimeException when it could not be committed; nothing of it remains and the source
   *     may hand it over again
   */
  @Override
  public IntakeReceipt take(IncomingMessage message) {
    Original original = Original.of(message);
    List<Reading> readings = read(message);
    Instant now = parts.clock().instant();
    return parts.database().inTransaction(handle -> takeIn(handle, original, readings, now));
  }

  private IntakeReceipt takeIn(
      Handle handle, Original original, List<Reading> readings, Instant now) {
    alerts.lock(handle);
    Optional<UUID> earlier = originals.findEarlier(handle, original);
    UUID originalId = earlier.orElse(original.id());
    if (earlier.isEmpty()) {
      originals.keep(handle, original);
    }
    originals.rememberEntry(handle, original.message(), originalId);
    return new IntakeReceipt(
        originalId,
        earlier.isPresent()
            ? List.of(duplicate(original.message()))
            : takeIn(handle, originalId, original.message(), readings, now));
  }

  private List<Item> takeIn(
      Handle handle,
      UUID originalId,
      IncomingMessage message,
      List<Reading> readings,
      Instant now) {
    List<Item> items = new ArrayList<>();
    for (Reading reading : readings) {
      Origin origin = new Origin(originalId, items.size(), message.source(), now);
      items.add(
          switch (reading) {
            case Reading.Read read -> recorder.record(handle, read.alert(), origin);
            case Reading.NotRead notRead -> recorder.keepUnread(handle, notRead, origin);
            case Reading.Refused refused -> quarantine(handle, refused, origin, message);
          });
    }
    return items;
  }

  /** A fault in a reader must not stop a source at one message for ever: the bytes are kept. */
  private List<Reading> read(IncomingMessage message) {
    try {
      return parts.reader().read(message.bytes());
    } catch (RuntimeException e) {
      LOG.error("The reader failed at a message of {} {}", message.source(), message.entryId(), e);
      return List.of(new Reading.Refused(Refusal.READER_FAILED, "読み取りの不具合です。原文を添えて、開発元に連絡してください。"));
    }
  }

  private Item quarantine(
      Handle handle, Reading.Refused refused, Origin origin, IncomingMessage message) {
    originals.refuse(handle, origin.originalId(), refused);
    parts
        .chronology()
        .append(
            handle,
            new ChronologyEntry(
                origin.takenInAt(),
                mode,
                ChronologyKind.ALERT_QUARANTINED,
                "source:" + origin.source(),
                "original:" + origin.originalId(),
                Map.of(
                    "refusal", refused.refusal().name(),
                    "reason", refused.detail(),
                    "entry", message.entryId().orElse(""))));
    return new Item(
        Disposition.QUARANTINED,
        Optional.empty(),
        Optional.empty(),
        message.entryId().orElse("読めない電文"),
        refused.detail());
  }

  private static Item duplicate(IncomingMessage message) {
    return new Item(
        Disposition.DUPLICATE,
        Optional.empty(),
        Optional.empty(),
        message.entryId().orElse("同じ電文"),
        "同じ電文をすでに受け取っています。");
  }
}
