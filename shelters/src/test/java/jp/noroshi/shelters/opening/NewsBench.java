package jp.noroshi.shelters.opening;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.intake.Rounds;
import jp.noroshi.core.intake.SourceWatch;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.site.Sites;

/** The shelters of a hub as far as their news goes: places by hand, openings, a count by hand. */
final class NewsBench {

  final Map<UUID, Headcount> counted = new HashMap<>();
  final Openings openings;
  final NewsDesk desk;
  private final Database database;
  private final Chronology chronology;
  private final InstantSource clock;
  private final Shelters shelters;

  NewsBench(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    MunicipalitySettings municipality =
        MunicipalitySettings.load(
            Path.of(System.getProperty("noroshi.root", ".."))
                .resolve("config/sample/izunokuni.yaml"));
    this.chronology = new Chronology(database);
    this.shelters =
        new Shelters(
            database,
            chronology,
            Mode.LIVE,
            clock,
            new Sites(database, Sites.USUAL_SQUARE_METRES),
            new Districts(database, municipality.code()));
    this.openings = new Openings(database, chronology, Mode.LIVE, clock);
    ShelterBoard board =
        new ShelterBoard(
            shelters, openings, () -> Map.copyOf(counted), ShelterSettings.USUAL, clock);
    this.desk = new NewsDesk(database, board, municipality, Mode.LIVE, clock);
  }

  ShelterSource source(Rounds rounds) {
    return new ShelterSource(
        desk, new SourceWatch("shelters", Mode.LIVE, chronology, clock), clock, rounds);
  }

  /** A place for a hundred that residents are told of. */
  Shelter place(String name) {
    return place(name, true);
  }

  Shelter place(String name, boolean announced) {
    return shelters.add(as(name, "", announced), "staff");
  }

  private static NewShelter as(String name, String address, boolean announced) {
    return new NewShelter(
        name,
        ShelterKind.SELF_OPENED,
        address,
        Optional.of(new LatLon(35.03, 138.93)),
        Optional.empty(),
        Optional.of(100),
        announced,
        "");
  }

  void correct(Shelter shelter, String name, String address, boolean announced) {
    shelters.correct(
        shelter.id(),
        new PlaceCorrection(
            shelters.versions(shelter.id()).getFirst().number(),
            as(name, address, announced),
            "聞きまちがい"),
        "staff");
  }

  void say(Shelter shelter, OpeningWord word) {
    openings.say(shelter, word, "staff");
  }

  void count(Shelter shelter, int people) {
    counted.put(shelter.id(), new Headcount(people, clock.instant()));
  }

  void lay(byte[] bytes) {
    database.useTransaction(handle -> NewsDesk.put(handle, bytes, clock.instant()));
  }
}
