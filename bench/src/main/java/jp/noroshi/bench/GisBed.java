package jp.noroshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.population.Household;
import jp.noroshi.gis.population.Residents;

/**
 * An invented municipality within the outlines of the sample: households, people on the register,
 * plans, sites and a map of dangers. The same seed makes the same municipality.
 */
final class GisBed {

  static final AreaCode CODE = new AreaCode("22225");

  /** The corners of all its zones of danger together are a little above this. */
  static final int CORNERS = 50_000;

  private static final double WEST = 138.899;
  private static final double SOUTH = 34.982;
  private static final double WIDTH = 0.144;
  private static final double HEIGHT = 0.101;

  /** Zones stand in rows and columns of this many. */
  private static final int GRID = 36;

  private static final int CORNERS_OF_A_ZONE = 39;

  /** How many of a hundred households have one person, at most two, at most three, … */
  private static final int[] SIZES = {34, 63, 81, 93, 98, 100};

  private final Database database;

  GisBed(BenchBed bed) throws IOException {
    this.database = bed.hub().database();
    new Districts(database, CODE)
        .load(Files.readAllBytes(bed.file("config/sample/districts.geojson")));
  }

  /** How much of everything there is. */
  record Scale(int households, int plans, int sites) {}

  /** Makes everything anew; returns how many live there. */
  Residents.Taken fill(Scale scale) {
    Residents residents = new Residents(database, CODE);
    Residents.Taken taken = residents.replace(households(scale.households()));
    database.useTransaction(
        handle -> {
          handle.execute(
              "truncate gis.person, gis.plan, gis.supporter, gis.plan_supporter, gis.plan_health, gis.site, gis.hazard_layer, gis.consent cascade");
          handle.execute(SITES, scale.sites());
          handle.execute(ZONE_LAYER);
          handle.execute(ZONES, zones());
          handle.execute(PIECES);
          handle.execute(PEOPLE, scale.plans());
          handle.execute(SUPPORTERS, scale.plans() / 2);
          handle.execute(PLANS);
          handle.execute(ASSIGNED);
          handle.execute("analyze gis.person, gis.plan, gis.supporter, gis.plan_supporter");
          handle.execute("analyze gis.site, gis.hazard_layer, gis.hazard_zone, gis.hazard_piece");
        });
    return taken;
  }

  private static Stream<Household> households(int number) {
    Random random = new Random(22225);
    return IntStream.range(0, number).mapToObj(_ -> household(random));
  }

  private static Household household(Random random) {
    LatLon home =
        new LatLon(SOUTH + HEIGHT * random.nextDouble(), WEST + WIDTH * random.nextDouble());
    int percent = random.nextInt(100);
    int size = 1;
    while (percent >= SIZES[size - 1]) {
      size++;
    }
    return new Household(home, size);
  }

  /** Returns zones all over the municipality as a GeoJSON MultiPolygon of 50,000 corners. */
  static String zones() {
    Random random = new Random(7);
    StringBuilder polygons = new StringBuilder();
    for (int zone = 0; zone < GRID * GRID; zone++) {
      double longitude = WEST + WIDTH * (zone % GRID + 0.5) / GRID;
      double latitude = SOUTH + HEIGHT * (Math.floorDiv(zone, GRID) + 0.5) / GRID;
      polygons
          .append(polygons.isEmpty() ? "" : ",")
          .append("[[")
          .append(ring(longitude, latitude, random))
          .append("]]");
    }
    return "{\"type\":\"MultiPolygon\",\"coordinates\":[" + polygons + "]}";
  }

  private static String ring(double longitude, double latitude, Random random) {
    StringBuilder ring = new StringBuilder();
    String first = "";
    for (int corner = 0; corner < CORNERS_OF_A_ZONE; corner++) {
      double angle = 2 * Math.PI * corner / CORNERS_OF_A_ZONE;
      double radius = 0.00085 + random.nextDouble() * 0.0004;
      String at =
          "[%.7f,%.7f]"
              .formatted(longitude + radius * Math.cos(angle), latitude + radius * Math.sin(angle));
      first = corner == 0 ? at : first;
      ring.append(at).append(',');
    }
    return ring + first;
  }

  /** Makes a list of sites as a prefecture publishes it. */
  static byte[] siteList(int rows) {
    Random random = new Random(11);
    StringBuilder list =
        new StringBuilder("NO,共通ID,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,緯度,経度,備考\n");
    for (int row = 1; row <= rows; row++) {
      list.append(
          "%d,E22225%05d201,見本施設%d,静岡県見本市見本町%d,1,,,1,,%s,,,%.6f,%.6f,%n"
              .formatted(
                  row,
                  row,
                  row,
                  row,
                  random.nextBoolean() ? "1" : "",
                  SOUTH + HEIGHT * random.nextDouble(),
                  WEST + WIDTH * random.nextDouble()));
    }
    return list.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the map of dangers. */
  UUID hazardLayer() {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select id from gis.hazard_layer where current")
                .mapTo(UUID.class)
                .one());
  }

  /** Every site takes people in. */
  List<OpenSite> openSites() {
    Instant since = Instant.parse("2026-08-01T00:00:00Z");
    return database.withHandle(
        handle ->
            handle
                .createQuery("select id from gis.site where not closed")
                .mapTo(UUID.class)
                .map(site -> new OpenSite(site, since, OpenSite.Crowding.ROOM, since))
                .list());
  }

  private static final String SITES =
      """
      with made as (
        insert into gis.site (id, place, municipality, name, kana, address, location, capacity)
        select gen_random_uuid(), 'place ' || row_number() over (), '22225', '見本施設' || row_number() over (), '', '',
               location, 200
        from (select location from gis.household order by hashint8(id) limit ?) homes
        returning id, location
      )
      insert into gis.site_designation (key, site_id, data_set, kind, hazards, location, accepts, entry)
      select id::text, id, 'bench', 'EMERGENCY_SITE', '{FLOOD,LANDSLIDE}', location, '', '{}' from made
      """;

  private static final String ZONE_LAYER =
      """
      insert into gis.hazard_layer (id, kind, scenario, name, source, edition, current, imported_at)
      values (gen_random_uuid(), 'FLOOD', '想定最大規模', '見本川', 'bench', '2026-01-01', true, now())
      """;

  private static final String ZONES =
      """
      insert into gis.hazard_zone (layer_id, rank, label, outline)
      select l.id, 1 + part.path[1] % 5, '浸水', ST_Multi(part.geom)
      from gis.hazard_layer l, ST_Dump(ST_SetSRID(ST_GeomFromGeoJSON(?), 4326)) part
      """;

  private static final String PIECES =
      """
      insert into gis.hazard_piece (zone_id, layer_id, outline, outline_3857)
      select z.id, z.layer_id, piece, ST_Transform(piece, 3857)
      from gis.hazard_zone z, lateral (select (ST_Dump(ST_Subdivide(z.outline, 128))).geom as piece) p
      """;

  // Nothing is sealed: what is measured opens nobody.
  private static final String PEOPLE =
      """
      insert into gis.person (id, reference, district, home, mobility, state, identity, condition, contacts, changed_at)
      select gen_random_uuid(), decode(lpad(to_hex(id), 16, '0'), 'hex'), district, location, 'WALKS', 'LISTED', '', '', '', now()
      from (select id, district, location from gis.household order by hashint8(id + 1) limit ?) homes
      """;

  private static final String SUPPORTERS =
      """
      insert into gis.supporter (id, kind, district, home, max_load, consent, details, version, changed_at, changed_by)
      select gen_random_uuid(), 'PERSON', district, location, 6, 'GIVEN', '', 1, now(), 'bench'
      from (select district, location from gis.household order by hashint8(id + 2) limit ?) homes
      """;

  private static final String PLANS =
      """
      insert into gis.plan (id, person, hazard, state, version, helpers, site, destination, route, route_at, home, home_rank,
          destination_rank, layers, agreed_on, next_review, settled_at, content, mark, created_at, created_by, changed_at, changed_by)
      select gen_random_uuid(), p.id, 'FLOOD', 'AGREED', 1, 1, s.id, s.location, ST_MakeLine(p.home, s.location), now(), p.home, 0,
          0, array(select id from gis.hazard_layer), current_date, current_date + 300, now(), '', '', now(), 'bench', now(), 'bench'
      from gis.person p cross join lateral (select id, location from gis.site order by location <-> p.home limit 1) s
      """;

  private static final String ASSIGNED =
      """
      insert into gis.plan_supporter (plan, supporter, position)
      select plan.id, supporter.id, 1
      from (select id, row_number() over (order by id) as row from gis.plan) plan
      cross join lateral (values (plan.row / 2), (plan.row / 2 + 1)) helper (place)
      join (select id, row_number() over (order by id) as place from gis.supporter) supporter using (place)
      """;
}
