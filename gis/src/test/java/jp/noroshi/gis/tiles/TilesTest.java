package jp.noroshi.gis.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.noroshi.core.config.ProjectFiles;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.area.Districts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** 伊豆の国市 at zoom 12. */
  private static final TileAddress HERE = new TileAddress(12, 3628, 1621);

  private static final TileAddress ELSEWHERE = new TileAddress(12, 0, 0);

  private Instant now = Instant.parse("2026-09-01T00:00:00Z");
  private Tiles tiles;

  @BeforeEach
  void start() throws IOException {
    tiles = new Tiles(database.database(), () -> now);
    new Districts(database.database(), new AreaCode("22225"))
        .load(Files.readAllBytes(ProjectFiles.find("config/sample/districts.geojson")));
  }

  private void openSite(String name) {
    database
        .database()
        .useTransaction(
            handle -> {
              UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
              handle.execute(
                  "insert into gis.site (id, place, municipality, name, kana, address, location) values (?, ?, '22225', ?, '', '', ST_SetSRID(ST_MakePoint(138.94, 35.03), 4326))",
                  id,
                  name,
                  name);
              handle.execute(
                  "insert into gis.site_designation (key, site_id, data_set, kind, hazards, location, accepts, entry) values (?, ?, '', 'SHELTER', '{FLOOD}', ST_SetSRID(ST_MakePoint(138.94, 35.03), 4326), '', '{}')",
                  name,
                  id);
            });
  }

  private static String text(Tile tile) {
    byte[] bytes = new byte[tile.content().remaining()];
    tile.content().get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void aTileHoldsWhatLiesInIt() {
    assertThat(text(tiles.get(TileLayer.Plain.DISTRICTS, HERE))).contains("districts", "長岡");
  }

  @Test
  void whereThereIsNothingATileHasNoContent() {
    assertThat(tiles.get(TileLayer.Plain.DISTRICTS, ELSEWHERE).content().hasRemaining()).isFalse();
  }

  @Test
  void aTileStaysTheSameUntilItsLayerChangesAndIsNewWithinASecondAfterwards() {
    Tile before = tiles.get(TileLayer.Plain.SITES, HERE);
    Tile districts = tiles.get(TileLayer.Plain.DISTRICTS, HERE);
    openSite("古奈の学校");
    now = now.plus(Duration.ofSeconds(2));
    Tile after = tiles.get(TileLayer.Plain.SITES, HERE);
    assertThat(after.etag()).isNotEqualTo(before.etag());
    assertThat(text(after)).contains("古奈の学校", "FLOOD");
    assertThat(tiles.get(TileLayer.Plain.DISTRICTS, HERE)).isSameAs(districts);
  }

  @Test
  void farAwaySitesAreToldAsANumber() {
    openSite("長岡の集会所");
    now = now.plus(Duration.ofSeconds(2));
    assertThat(text(tiles.get(TileLayer.Plain.SITES, new TileAddress(8, 226, 101))))
        .contains("count")
        .doesNotContain("長岡の集会所");
  }

  @Test
  void aClosureAppearsByTheClockAlone() {
    String before = tiles.get(TileLayer.Plain.CLOSURES, HERE).etag();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(tiles.get(TileLayer.Plain.CLOSURES, HERE).etag()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "21,0,0", "1,2,0", "1,0,2", "0,-1,0"})
  void thereIsNoTileOutsideTheScheme(int zoom, int x, int y) {
    assertThatThrownBy(() -> new TileAddress(zoom, x, y))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void layersAreFoundByTheirNames() {
    UUID map = UUID.randomUUID();
    assertThat(TileLayer.find("hazard-" + map)).contains(new TileLayer.HazardMap(map));
    assertThat(TileLayer.find("sites")).contains(TileLayer.Plain.SITES);
    assertThat(TileLayer.find("hazard-x")).isEmpty();
    assertThat(TileLayer.find("person")).isEmpty();
  }

  @Test
  void whatThePublicMaySeeIsMadeOfViewsThatHoldNothingPersonal() {
    List<String> tables =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select distinct table_name from information_schema.view_table_usage
                            where view_schema = 'gis' and view_name like 'public%' and table_schema = 'gis'
                            """)
                        .mapTo(String.class)
                        .list());
    assertThat(tables)
        .containsExactlyInAnyOrder(
            "district",
            "hazard_layer",
            "hazard_zone",
            "hazard_piece",
            "site",
            "site_designation",
            "closure");
    List<String> columns =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select table_name || '.' || column_name from information_schema.columns where table_schema = 'gis' and table_name like 'public%'")
                        .mapTo(String.class)
                        .list());
    assertThat(columns).noneMatch(column -> column.matches(".*(_by|phone|entry|details)$"));
  }
}
