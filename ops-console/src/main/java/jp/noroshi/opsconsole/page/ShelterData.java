package jp.noroshi.opsconsole.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Json;
import jp.noroshi.core.storage.SpreadsheetText;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.shelters.opening.Opening;
import jp.noroshi.shelters.opening.OpeningState;
import jp.noroshi.shelters.opening.PublicState;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterStanding;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the shelters stand now, as open data: only those residents are told of, and no more of them
 * than residents are told. Written every few seconds for all who ask. Thread-safe.
 */
public final class ShelterData {

  static final String CSV = "/opendata/shelters.csv";
  static final String GEO_JSON = "/opendata/shelters.geojson";

  private static final Logger LOG = LoggerFactory.getLogger(ShelterData.class);
  private static final int FRESH_SECONDS = 5;
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final String BOM = "\uFEFF";
  private static final CSVFormat TABLE =
      CSVFormat.RFC4180
          .builder()
          .setHeader("名称", "種別", "住所", "緯度", "経度", "開設状況", "混雑状況", "定員", "開設日時", "状況の時点", "区分")
          .get();

  private final Mode mode;
  private final MunicipalitySettings municipality;
  private final VirtualThreads threads;
  private final Lately<Written> written;

  private record Written(DataFile csv, DataFile geoJson) {}

  /**
   * Serves the files.
   *
   * @param standings how the shelters stand; blocks
   * @param threads runs what blocks
   */
  public ShelterData(
      Supplier<List<ShelterStanding>> standings,
      Mode mode,
      MunicipalitySettings municipality,
      VirtualThreads threads,
      InstantSource clock) {
    this.mode = mode;
    this.municipality = municipality;
    this.threads = threads;
    this.written =
        new Lately<>(now -> write(standings.get(), now), Duration.ofSeconds(FRESH_SECONDS), clock);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get(CSV).handler(context -> answer(context, "text/csv; charset=utf-8", Written::csv));
    router
        .get(GEO_JSON)
        .handler(context -> answer(context, "application/geo+json", Written::geoJson));
  }

  private void answer(RoutingContext context, String type, Function<Written, DataFile> which) {
    threads
        .call(written::get)
        .onSuccess(
            now -> which.apply(now).send(context, DataFile.head(context, type, FRESH_SECONDS)))
        .onFailure(
            failure -> {
              LOG.error("the open data of the shelters could not be shown", failure);
              context.response().setStatusCode(503).putHeader("Retry-After", "15").end();
            });
  }

  private Written write(List<ShelterStanding> standings, Instant now) {
    List<ShelterStanding> announced =
        standings.stream().filter(standing -> standing.shelter().announced()).toList();
    return new Written(
        DataFile.of(csv(announced, now)), DataFile.of(geoJson(announced, now).toString()));
  }

  private String csv(List<ShelterStanding> standings, Instant now) {
    StringBuilder text = new StringBuilder(BOM);
    try (CSVPrinter printer = new CSVPrinter(text, TABLE)) {
      for (ShelterStanding standing : standings) {
        Shelter shelter = standing.shelter();
        printer.printRecord(
            SpreadsheetText.safe(shelter.name()),
            shelter.kind().japanese(),
            shelter.address(),
            shelter.location().map(LatLon::latitude).map(String::valueOf).orElse(""),
            shelter.location().map(LatLon::longitude).map(String::valueOf).orElse(""),
            state(standing),
            japanese(standing.crowding()),
            shelter.capacity().map(String::valueOf).orElse(""),
            openedAt(standing).map(ShelterData::written).orElse(""),
            written(saidAt(standing).orElse(now)),
            mode == Mode.LIVE ? "本番" : "訓練");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  private ObjectNode geoJson(List<ShelterStanding> standings, Instant now) {
    ObjectNode collection =
        Json.mapper()
            .createObjectNode()
            .put("type", "FeatureCollection")
            .put("municipality", municipality.code().value())
            .put("status", mode == Mode.LIVE ? "Actual" : "Exercise")
            .put("asOf", written(now));
    ArrayNode features = collection.putArray("features");
    standings.forEach(standing -> write(features.addObject(), standing, now));
    return collection;
  }

  private static void write(ObjectNode feature, ShelterStanding standing, Instant now) {
    Shelter shelter = standing.shelter();
    feature.put("type", "Feature").put("id", shelter.id().toString());
    shelter
        .location()
        .ifPresentOrElse(
            place ->
                feature
                    .putObject("geometry")
                    .put("type", "Point")
                    .putArray("coordinates")
                    .add(place.longitude())
                    .add(place.latitude()),
            () -> feature.putNull("geometry"));
    ObjectNode properties =
        feature
            .putObject("properties")
            .put("name", shelter.name())
            .put("kind", shelter.kind().name())
            .put("address", shelter.address())
            .put("state", standing.publicState().name())
            .put("crowding", standing.crowding().name())
            .put("asOf", written(saidAt(standing).orElse(now)));
    shelter.capacity().ifPresent(capacity -> properties.put("capacity", capacity));
    openedAt(standing).ifPresent(at -> properties.put("openedAt", written(at)));
    ArrayNode hazards = properties.putArray("hazards");
    shelter.hazards().stream().sorted().map(Enum::name).forEach(hazards::add);
  }

  private static String state(ShelterStanding standing) {
    return standing.state() == OpeningState.CLOSED ? "閉鎖" : standing.publicState().japanese();
  }

  private static Optional<Instant> openedAt(ShelterStanding standing) {
    return standing.publicState() == PublicState.SHUT
        ? Optional.empty()
        : standing.opening().flatMap(Opening::openedAt);
  }

  /** What is said inside before the opening is nobody's business yet, nor when it was said. */
  private static Optional<Instant> saidAt(ShelterStanding standing) {
    return switch (standing.state()) {
      case OPEN, CLOSING, CLOSED -> standing.asOf();
      case NOT_OPENED, INSTRUCTED, INSPECTED, CANNOT_OPEN -> Optional.empty();
    };
  }

  private static String japanese(Crowding crowding) {
    return switch (crowding) {
      case ROOM -> "空き";
      case SOMEWHAT_CROWDED -> "やや混雑";
      case CROWDED -> "混雑";
      case FULL -> "満員";
      case UNKNOWN -> "";
    };
  }

  private static String written(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).atZone(TOKYO).toOffsetDateTime().toString();
  }
}
