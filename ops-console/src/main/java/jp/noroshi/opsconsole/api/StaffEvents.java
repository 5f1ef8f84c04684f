package jp.noroshi.opsconsole.api;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.noroshi.channels.web.ChronologyFeed;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.channels.web.StreamEvent;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyTail;
import jp.noroshi.core.delivery.DeliveryBoard;
import jp.noroshi.core.delivery.DispatchFigures;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.dispatch.DraftService;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.tally.LiveTally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the screens of staff that something changed, so that they look again. What is decided or
 * reached is a line of the chronology and has its number as id; figures that move meanwhile are
 * passing hints. Holds no personal data. Thread-safe.
 */
public final class StaffEvents implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StaffEvents.class);
  private static final EventStream.Settings SETTINGS =
      new EventStream.Settings(2_000, 256, 2_000, Duration.ofSeconds(20));
  private static final int REMEMBERED_DISPATCHES = 50;

  /** A person cannot read figures that change more often. */
  private static final long MILLIS_BETWEEN_FIGURES = 400;

  private static final long MILLIS_BETWEEN_TALLIES = 100;

  private static final long MILLIS_BETWEEN_RESPONSES = 400;

  private final Vertx vertx;
  private final VirtualThreads threads;
  private final DeliveryBoard board;
  private final EventStream stream;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean figuresDue = new AtomicBoolean();
  private final AtomicBoolean tallyDue = new AtomicBoolean();
  private final AtomicBoolean responseDue = new AtomicBoolean();
  private volatile boolean closed;
  private ChronologyFeed feed;

  private StaffEvents(Vertx vertx, VirtualThreads threads, DeliveryBoard board) {
    this.vertx = vertx;
    this.threads = threads;
    this.board = board;
    this.stream = new EventStream(vertx, SETTINGS);
  }

  /** What the events are made of. */
  public record Origins(
      Mode mode,
      ChronologyReader reader,
      ChronologyTail tail,
      DraftService drafts,
      DeliveryBoard board) {}

  /** Starts to follow the chronology. Blocking. */
  public static StaffEvents start(Vertx vertx, VirtualThreads threads, Origins origins) {
    StaffEvents events = new StaffEvents(vertx, threads, origins.board());
    origins.drafts().list(false, OptionalLong.empty(), REMEMBERED_DISPATCHES).stream()
        .filter(dispatch -> dispatch.state() == DispatchState.APPROVED)
        .map(Dispatch::id)
        .forEach(events.underWay::add);
    events.feed =
        ChronologyFeed.start(
            events.stream,
            origins.reader(),
            origins.tail(),
            ChronologyFilter.ALL.of(origins.mode()),
            SETTINGS.history(),
            events::eventOf);
    events.figuresChanged();
    return events;
  }

  /**
   * Notes that figures on the boards changed; they are told within half a second, however often
   * this is called. To be given to {@code DeliveryWorkers.onChange}.
   */
  public void figuresChanged() {
    if (!underWay.isEmpty() && figuresDue.compareAndSet(false, true)) {
      vertx.setTimer(MILLIS_BETWEEN_FIGURES, _ -> tellFigures());
    }
  }

  /**
   * Tells what moves of the tally: at once, and then together what moves within a tenth of a
   * second. The one that asks {@code tally} for what moved.
   */
  public void followTally(LiveStays stays, LiveTally tally) {
    stays.onChange(
        _ -> {
          if (tallyDue.compareAndSet(false, true)) {
            vertx.setTimer(MILLIS_BETWEEN_TALLIES, _ -> tellTally(tally));
          }
        });
  }

  /**
   * Notes that the case of somebody in a response moved; screens look again within half a second,
   * however often this is called. To be given to {@code ResponseWorker.onChanged}.
   */
  public void responseMoved() {
    if (!closed && responseDue.compareAndSet(false, true)) {
      vertx.setTimer(MILLIS_BETWEEN_RESPONSES, _ -> tellResponse());
    }
  }

  private void tellResponse() {
    responseDue.set(false);
    if (!closed) {
      stream.publish(
          StreamEvent.hint(
              Topic.RESPONSE.word(),
              Topic.RESPONSE.word(),
              text(StaffEvent.of(Topic.RESPONSE, Optional.empty()))));
    }
  }

  private void tellTally(LiveTally tally) {
    tallyDue.set(false);
    if (!closed) {
      stream.publish(
          StreamEvent.hint(
              Topic.TALLY.word(), Topic.TALLY.word(), text(StaffEvent.of(tally.takeMoved()))));
    }
  }

  /** Answers a request with the stream; on the request's event loop. */
  void subscribe(HttpServerRequest request) {
    stream.subscribe(request, Set.of());
  }

  /** Deliveries that end while the hub stops still change figures, but nobody listens any more. */
  private void tellFigures() {
    figuresDue.set(false);
    if (closed) {
      return;
    }
    threads
        .call(
            () -> {
              List.copyOf(underWay).forEach(this::tellFigures);
              return null;
            })
        .onFailure(failure -> LOG.warn("figures cannot be told", failure));
  }

  private void tellFigures(UUID dispatchId) {
    DispatchFigures figures = board.getDispatch(dispatchId);
    if (figures.isComplete()) {
      underWay.remove(dispatchId);
    }
    stream.publish(
        StreamEvent.hint(Topic.BOARD.word(), Topic.BOARD.word(), text(StaffEvent.of(figures))));
  }

  private Optional<StreamEvent> eventOf(ChronologyLine line) {
    if (line.entry().kind() == ChronologyKind.DISPATCH_APPROVED) {
      findDispatch(line).ifPresent(underWay::add);
    }
    return Topic.of(line.entry().kind())
        .map(
            topic ->
                StreamEvent.of(
                    line.seq(),
                    topic.word(),
                    topic.word(),
                    text(StaffEvent.of(topic, findDispatch(line)))));
  }

  private static Optional<UUID> findDispatch(ChronologyLine line) {
    String subject = line.entry().subject();
    String prefix = "dispatch:";
    return subject.startsWith(prefix)
        ? Optional.of(UUID.fromString(subject.substring(prefix.length())))
        : Optional.empty();
  }

  private static String text(StaffEvent event) {
    return ApiJson.write(event).toString();
  }

  /** Ends the stream; screens come back to whoever serves next. */
  @Override
  public void close() {
    closed = true;
    feed.close();
    stream.close();
  }

  /** What an event says, as the contract's {@code StaffEvent}. */
  private record StaffEvent(
      String kind,
      Optional<UUID> dispatchId,
      Optional<Instant> asOf,
      Optional<List<BoardRoutes.Figures>> figures,
      Optional<LiveTally.Moved> tally) {

    static StaffEvent of(Topic topic, Optional<UUID> dispatchId) {
      return new StaffEvent(
          topic.word(), dispatchId, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static StaffEvent of(LiveTally.Moved moved) {
      return new StaffEvent(
          Topic.TALLY.word(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(moved));
    }

    static StaffEvent of(DispatchFigures figures) {
      return new StaffEvent(
          Topic.BOARD.word(),
          Optional.of(figures.dispatchId()),
          Optional.of(figures.asOf()),
          Optional.of(
              figures.media().stream()
                  .map(medium -> BoardRoutes.Figures.of(medium, figures.asOf()))
                  .toList()),
          Optional.empty());
    }
  }

  /** What there is to look at again. */
  private enum Topic {
    SITUATION,
    DRAFT,
    BOARD,
    SOURCE,
    MEDIUM,
    SITES,
    SHELTERS,
    TALLY,
    RESPONSE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Topic> of(ChronologyKind kind) {
      return switch (kind) {
        case ALERT_RECEIVED,
            ALERT_KEPT,
            ALERT_QUARANTINED,
            EVACUATION_ORDER_CHANGED,
            NOTICE_PUBLISHED ->
            Optional.of(SITUATION);
        case DRAFT_CREATED,
            DRAFT_CHANGED,
            APPROVAL_REQUESTED,
            DRAFT_SENT_BACK,
            DRAFT_DISCARDED,
            DISPATCH_APPROVED,
            APPROVAL_REFUSED ->
            Optional.of(DRAFT);
        case FIRST_HANDED_OVER,
            LAST_HANDED_OVER,
            DELIVERY_REFUSED,
            DELIVERY_UNKNOWN,
            DELIVERY_RECOVERED,
            BROADCAST_ENDED ->
            Optional.of(BOARD);
        case SOURCE_TROUBLED, SOURCE_RECOVERED -> Optional.of(SOURCE);
        case MEDIUM_TROUBLED, MEDIUM_RECOVERED -> Optional.of(MEDIUM);
        case SITE_OPENED,
            SITE_CLOSED,
            SHELTER_ADDED,
            SHELTER_CORRECTED,
            SHELTER_INSTRUCTED,
            SHELTER_INSPECTED,
            SHELTER_CANNOT_OPEN,
            SHELTER_CROWDING,
            SHELTER_CLOSING,
            LALERT_ANSWERED ->
            Optional.of(SHELTERS);
        case WAY_CLOSED,
            WAY_REOPENED,
            SITE_DESCRIBED,
            AREA_SET_CHANGED,
            AREA_SET_REMOVED,
            HAZARD_LAYER_RETIRED,
            IMPORT_PROPOSED,
            IMPORT_APPROVED,
            IMPORT_REJECTED,
            IMPORT_UNDONE ->
            Optional.of(SITES);
        case RESPONSE_STARTED, RESPONSE_EXTENDED, RESPONSE_LIFTED, RESPONSE_ENDED ->
            Optional.of(RESPONSE);
        case HUB_STARTED,
            HUB_STOPPED,
            SIGNED_IN,
            SIGN_IN_REFUSED,
            SIGNED_OUT,
            ACCOUNT_CHANGED,
            INTAKE_TOKEN_CHANGED,
            TABLET_CHANGED,
            REGISTER_IMPORT_PROPOSED,
            REGISTER_IMPORT_APPROVED,
            REGISTER_IMPORT_REJECTED,
            REGISTER_IMPORT_UNDONE,
            EMERGENCY_ACCESS_DECLARED,
            EMERGENCY_ACCESS_ENDED,
            EMERGENCY_ACCESS_ACKNOWLEDGED,
            REGISTER_DISCLOSED,
            DISCLOSURE_RECALLED,
            DISCLOSURE_DESTROYED ->
            Optional.empty();
      };
    }
  }
}
