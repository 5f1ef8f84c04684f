package jp.noroshi.core.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The durable outbox. What is enqueued in a transaction goes out exactly if that transaction
 * commits; the workers are woken right after. Thread-safe.
 */
public final class Outbox {

  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Stamps batches with this clock. */
  public Outbox(Clock clock) {
    this.clock = clock;
  }

  /**
   * Enqueues one rendering for these addresses.
   *
   * @param handle the caller's transaction
   * @param addresses each once; read lazily, so they may come straight from a query of the same
   *     handle. Closed by the caller
   * @param batchSize the most addresses in one batch, see {@link Channel.Limits}
   * @return how many addresses there were
   * @throws IllegalStateException when the handle is in no transaction
   */
  public int enqueue(
      Handle handle,
      DispatchFacts dispatch,
      Medium medium,
      Rendering rendering,
      Stream<String> addresses,
      int batchSize) {
    int count = 0;
    Rows rows = new Rows(handle, dispatch, medium, rendering);
    Iterator<String> left = addresses.iterator();
    while (left.hasNext()) {
      String[] batch = take(left, batchSize);
      rows.add(batch, batch.length);
      count += batch.length;
    }
    rows.finish();
    return count;
  }

  /**
   * Enqueues one rendering for the medium as a whole: the residents' page, the radio, a LINE
   * broadcast.
   *
   * @param handle the caller's transaction
   * @param recipientCount how many people or devices that is, as far as is known; at least 1, so
   *     that the figures show it
   * @throws IllegalStateException when the handle is in no transaction
   */
  public void enqueueEveryone(
      Handle handle,
      DispatchFacts dispatch,
      Medium medium,
      Rendering rendering,
      int recipientCount) {
    if (recipientCount < 1) {
      throw new IllegalArgumentException("the medium as a whole counts at least as one");
    }
    Rows rows = new Rows(handle, dispatch, medium, rendering);
    rows.add(null, recipientCount);
    rows.finish();
  }

  /**
   * Withdraws what of a dispatch is not handed over yet: it is refused as replaced. What is under
   * way at this moment may still arrive.
   *
   * <p>Call it before the transaction appends to the chronology: outcomes are recorded in that
   * order too, and the other way round the two could wait for each other.
   *
   * @param handle the caller's transaction
   * @throws IllegalStateException when the handle is in no transaction
   */
  public void withdraw(Handle handle, UUID dispatchId) {
    handle.afterCommit(() -> listeners.forEach(Runnable::run));
    Milestones.lock(handle, dispatchId);
    handle.execute(
        "update core.delivery set withdrawn = true where dispatch_id = ? and state <> 'DONE'",
        dispatchId);
  }

  /**
   * Calls the listener after each commit that enqueued or withdrew something. It runs on the
   * committing thread and must be quick.
   */
  public void onEnqueued(Runnable listener) {
    listeners.add(listener);
  }

  private static String[] take(Iterator<String> addresses, int most) {
    Set<String> taken = new LinkedHashSet<>();
    while (taken.size() < most && addresses.hasNext()) {
      taken.add(addresses.next());
    }
    return taken.toArray(String[]::new);
  }

  /** The delivery rows of one rendering, sent to the database some at a time. */
  private final class Rows {

    /** Some hundred kilobytes of addresses at once. */
    private static final int PER_STATEMENT = 32;

    private final Handle handle;
    private final DispatchFacts dispatch;
    private final Medium medium;
    private final UUID rendering;
    private final Instant now = clock.instant();
    private final PreparedBatch batch;

    Rows(Handle handle, DispatchFacts dispatch, Medium medium, Rendering rendering) {
      if (rendering.mode() != dispatch.mode()) {
        throw new IllegalArgumentException("a rendering carries the mark of its dispatch's mode");
      }
      handle.afterCommit(() -> listeners.forEach(Runnable::run));
      this.handle = handle;
      this.dispatch = dispatch;
      this.medium = medium;
      this.rendering = insert(rendering);
      this.batch =
          handle.prepareBatch(
              """
              insert into core.delivery
                (id, dispatch_id, dispatch_number, rendering_id, mode, medium, thread, urgent,
                 recipients, remaining, recipient_count, remaining_count, state, not_before,
                 expires_at, created_at)
              values (:id, :dispatch, :number, :rendering, :mode, :medium, :thread, :urgent,
                 :recipients, :recipients, :count, :count, 'WAITING', :now, :expiresAt, :now)
              """);
    }

    private UUID insert(Rendering rendering) {
      UUID id = UUID.randomUUID();
      handle
          .createUpdate(
              """
              insert into core.rendering (id, dispatch_id, medium, language, content)
              values (:id, :dispatch, :medium, :language, :content::jsonb)
              """)
          .bind("id", id)
          .bind("dispatch", dispatch.id())
          .bind("medium", medium)
          .bind("language", rendering.language())
          .bind("content", Json.write(rendering))
          .execute();
      return id;
    }

    /** Adds a batch; {@code null} stands for the medium as a whole. */
    void add(String[] recipients, int count) {
      batch
          .bind("id", UUID.randomUUID())
          .bind("dispatch", dispatch.id())
          .bind("number", dispatch.number())
          .bind("rendering", rendering)
          .bind("mode", dispatch.mode())
          .bind("medium", medium)
          .bind("thread", dispatch.thread())
          .bind("urgent", dispatch.urgent())
          .bindByType("recipients", recipients, String[].class)
          .bind("count", count)
          .bind("now", now)
          .bind("expiresAt", dispatch.expiresAt())
          .add();
      if (batch.size() == PER_STATEMENT) {
        batch.execute();
      }
    }

    void finish() {
      if (batch.size() > 0) {
        batch.execute();
      }
      batch.close();
    }
  }
}
