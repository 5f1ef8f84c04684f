package jp.noroshi.opsconsole.app;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.opsconsole.api.Reception;
import jp.noroshi.opsconsole.auth.Tablets;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.LiveStays;
import jp.noroshi.shelters.inquiry.Inquiries;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.Shelters;
import jp.noroshi.shelters.tally.LiveTally;
import jp.noroshi.shelters.tally.PlaceKind;
import jp.noroshi.shelters.tally.TallyBook;
import jp.noroshi.shelters.tally.TallyHistory;
import jp.noroshi.shelters.victims.VictimExports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Check-in, and the figures that follow from it. */
final class CheckinWiring implements AutoCloseable {

  /** A tablet in use speaks every minute; ten of them missed are no coincidence. */
  private static final Duration DARK_AFTER = Duration.ofMinutes(10);

  private static final long MINUTE_MILLISECONDS = 60_000;

  private static final Logger LOG = LoggerFactory.getLogger(CheckinWiring.class);

  private final Reception reception;
  private final Tablets tablets;
  private final Runnable stopNoting;

  private CheckinWiring(Reception reception, Tablets tablets, Runnable stopNoting) {
    this.reception = reception;
    this.tablets = tablets;
    this.stopNoting = stopNoting;
  }

  /** Starts; reads what happened until now. Blocking. */
  static CheckinWiring start(
      HubConfig config,
      CoreWiring core,
      Shelters shelters,
      RegisterServices register,
      Hub.Surroundings around) {
    Tablets tablets =
        new Tablets(around.database(), core.chronology(), config.mode(), around.clock());
    TallyBook book =
        new TallyBook(id -> shelters.find(id).map(CheckinWiring::kindOf).orElse(PlaceKind.SHELTER));
    LiveStays stays = new LiveStays(book);
    Checkin checkin =
        Checkin.start(
            new Checkin.Parts(
                around.database(),
                new RoomCipher(register.cipher(), Checkin.ROOM),
                new Recognition(register.cipher(), register.log()),
                id -> shelters.find(id).isPresent(),
                around.clock()),
            stays);
    LiveTally tally = new LiveTally(stays, book, tablets, DARK_AFTER, around.clock());
    TallyHistory history = new TallyHistory(around.database(), tally, around.clock());
    Function<UUID, String> nameOf = id -> shelters.find(id).map(Shelter::name).orElse("避難所");
    Inquiries inquiries =
        new Inquiries(
            around.database(),
            new RoomCipher(register.cipher(), Inquiries.ROOM),
            checkin.evacuees(),
            nameOf,
            around.clock());
    VictimExports victimExports =
        new VictimExports(
            around.database(),
            new RoomCipher(register.cipher(), VictimExports.ROOM),
            checkin.evacuees(),
            inquiries.protections(),
            nameOf,
            around.clock());
    long minutes =
        around
            .vertx()
            .setPeriodic(
                MINUTE_MILLISECONDS,
                _ ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              followKinds(tally, shelters);
                              note(history);
                            }));
    return new CheckinWiring(
        new Reception(checkin, stays, tally, history, inquiries, victimExports),
        tablets,
        () -> around.vertx().cancelTimer(minutes));
  }

  private static void followKinds(LiveTally tally, Shelters shelters) {
    try {
      tally.followKinds(
          shelters.list().stream().collect(Collectors.toMap(Shelter::id, CheckinWiring::kindOf)));
    } catch (RuntimeException e) {
      LOG.warn("corrected kinds of shelters are followed a minute later", e);
    }
  }

  private static void note(TallyHistory history) {
    try {
      history.note();
    } catch (RuntimeException e) {
      LOG.warn("the figures of this minute are not kept; those of the next will be", e);
    }
  }

  private static PlaceKind kindOf(Shelter shelter) {
    if (shelter.kind().isOutside()) {
      return PlaceKind.OUTSIDE;
    }
    return shelter.kind() == ShelterKind.SELF_OPENED ? PlaceKind.SELF_OPENED : PlaceKind.SHELTER;
  }

  Reception reception() {
    return reception;
  }

  Tablets tablets() {
    return tablets;
  }

  @Override
  public void close() {
    stopNoting.run();
    note(reception.history());
    reception.checkin().close();
  }
}
