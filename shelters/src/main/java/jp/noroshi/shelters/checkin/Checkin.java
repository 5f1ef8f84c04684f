package jp.noroshi.shelters.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterRefusedException;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.register.SealedColumn;

/**
 * Takes in what tablets wrote down, once, in whatever order it comes; and hands it to the tablets
 * of the same shelter. Thread-safe, blocking where it says so.
 */
public final class Checkin implements AutoCloseable {

  /** What its ciphertexts are bound to, beside their event. */
  public static final String ROOM = "CHECKIN";

  /** Where it keeps ciphertexts, and whose they are. */
  public static final List<SealedColumn> SEALED =
      List.of(
          new SealedColumn("shelters.checkin_event", "sealed", RoomCipher.owner(ROOM, "id")),
          new SealedColumn("shelters.preregistration", "content", RoomCipher.owner(ROOM, "owner")));

  private final Database database;
  private final CardReading reading;
  private final EventRules rules;
  private final CardLooks looks;
  private final GroupCommitter committer;
  private final CheckinFollower follower;
  private final Recognitions recognitions;
  private final Preregistrations preregistrations;
  private final Evacuees evacuees;

  private Checkin(Parts parts, LiveStays stays, CheckinLog log) {
    this.database = parts.database();
    this.reading = new CardReading(parts.cipher());
    this.rules = new EventRules(new KnownShelters(parts.isShelter()));
    this.looks = new CardLooks(parts.clock());
    this.preregistrations = new Preregistrations(parts);
    this.recognitions = new Recognitions(parts, reading, stays);
    this.evacuees = new Evacuees(parts, reading, stays);
    this.follower = new CheckinFollower(log, stays, recognitions::goOn);
    this.committer = new GroupCommitter(log, stays);
  }

  /**
   * What it stands on.
   *
   * @param cipher seals what is personal
   * @param recognition recognises people of the register
   * @param isShelter whether people can be at a place; asked once for each that is one
   */
  public record Parts(
      Database database,
      RoomCipher cipher,
      Recognition recognition,
      Predicate<UUID> isShelter,
      InstantSource clock) {}

  /**
   * Starts: reads what happened until now, then follows what other hubs write. Blocking.
   *
   * @param stays made of the events from here on
   */
  public static Checkin start(Parts parts, LiveStays stays) {
    Checkin checkin = new Checkin(parts, stays, new CheckinLog(parts.database(), parts.clock()));
    checkin.follower.start();
    return checkin;
  }

  /**
   * What became of events handed in.
   *
   * @param taken so many were new
   * @param known so many had come before
   * @param refused these were not taken in; everything else was
   */
  public record Taken(int taken, int known, List<Refusal> refused) {
    /** Copies the list. */
    public Taken {
      refused = List.copyOf(refused);
    }
  }

  /**
   * Reads and takes in events as JSON. Each stands for itself: one that is not readable keeps no
   * other back.
   *
   * @return completed after the commit; failed when nothing was written
   */
  public CompletableFuture<Taken> takeJson(Iterable<JsonNode> events) {
    List<CheckinEvent> readable = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    for (JsonNode event : events) {
      try {
        readable.add(read(event));
      } catch (JsonProcessingException | IllegalArgumentException e) {
        refused.add(new Refusal(findId(event), Refusal.Code.UNREADABLE));
      }
    }
    return take(readable, refused);
  }

  private static CheckinEvent read(JsonNode json) throws JsonProcessingException {
    CheckinEvent event = Json.mapper().treeToValue(json, CheckinEvent.class);
    boolean complete =
        event != null
            && event.id() != null
            && event.device() != null
            && event.shelter() != null
            && event.clock() != null
            && event.at() != null
            && event.fact() != null;
    if (!complete) {
      throw new IllegalArgumentException("something is missing");
    }
    return event;
  }

  private static Optional<UUID> findId(JsonNode event) {
    try {
      return Optional.of(UUID.fromString(event.path("id").asText()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Takes in events. */
  public CompletableFuture<Taken> take(List<CheckinEvent> events) {
    return take(events, new ArrayList<>());
  }

  private CompletableFuture<Taken> take(List<CheckinEvent> events, List<Refusal> refused) {
    List<CardReading.Kept> kept = new ArrayList<>();
    for (CheckinEvent event : events) {
      Optional<Refusal.Code> refusal = rules.findRefusal(event);
      if (refusal.isPresent()) {
        refused.add(new Refusal(Optional.of(event.id()), refusal.get()));
      } else {
        keep(event, kept, refused);
      }
    }
    if (kept.isEmpty()) {
      return CompletableFuture.completedFuture(new Taken(0, 0, refused));
    }
    return committer
        .write(kept)
        .thenApply(
            (Set<UUID> written) ->
                new Taken(written.size(), kept.size() - written.size(), refused));
  }

  private void keep(CheckinEvent event, List<CardReading.Kept> kept, List<Refusal> refused) {
    try {
      kept.add(reading.read(event));
    } catch (RegisterRefusedException _) {
      refused.add(new Refusal(Optional.of(event.id()), Refusal.Code.LOCKED));
    }
  }

  /**
   * Some events of a shelter.
   *
   * @param next from where to read on
   * @param more whether there are more already
   */
  public record Feed(List<CheckinEvent> events, long next, boolean more) {
    /** Copies the list. */
    public Feed {
      events = List.copyOf(events);
    }
  }

  /**
   * Reads the events of a shelter, and those elsewhere about people who are or were there. The look
   * at the cards among them is logged. Blocking.
   *
   * @param after where the last reading ended; 0 = the beginning
   * @throws RegisterRefusedException LOCKED where there are cards and no key
   */
  public Feed read(UUID shelter, long after, int limit, String account) {
    return database.inTransaction(
        handle -> {
          List<CheckinLog.Stored> stored = CheckinLog.feed(handle, shelter, after, limit + 1);
          List<CheckinLog.Stored> some = stored.subList(0, Math.min(limit, stored.size()));
          looks.note(handle, account, LookPurpose.CHECK_IN, Optional.of(shelter), recordsIn(some));
          return new Feed(
              some.stream().map(reading::open).toList(),
              some.isEmpty() ? after : some.getLast().position(),
              stored.size() > limit);
        });
  }

  private static List<UUID> recordsIn(List<CheckinLog.Stored> events) {
    return events.stream()
        .filter(event -> event.sealed() != null)
        .flatMap(
            event ->
                switch (event.sign()) {
                  case Sign.EvacueeSeen seen -> List.of(seen.evacuee()).stream();
                  case Sign.HouseholdSeen seen -> List.of(seen.household()).stream();
                  case Sign.Gone gone -> gone.evacuees().stream();
                  default -> List.<UUID>of().stream();
                })
        .distinct()
        .toList();
  }

  /** Lists who opened cards before a number, newest first. Blocking. */
  public List<CardLook> looksBefore(long before, int limit) {
    return database.withHandle(handle -> CardLooks.listBefore(handle, before, limit));
  }

  /** Returns what households wrote beforehand. */
  public Preregistrations preregistrations() {
    return preregistrations;
  }

  /** Returns everybody who checked in, by name. */
  public Evacuees evacuees() {
    return evacuees;
  }

  /** Returns where people of the register turned up. */
  public Recognitions recognitions() {
    return recognitions;
  }

  @Override
  public void close() {
    recognitions.stop();
    follower.close();
    committer.close();
  }
}
