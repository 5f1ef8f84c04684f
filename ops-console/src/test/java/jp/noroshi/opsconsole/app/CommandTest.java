package jp.noroshi.opsconsole.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.gis.area.Districts;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.KeyState;
import jp.noroshi.gis.register.RegisterKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need no running hub: what they print and how they end. */
class CommandTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path folder;

  @Test
  void readPrintsOneLinePerAlertAndEndsWellAlsoForABrokenFile() throws IOException {
    Path telegram = TestSite.shipped("sample/telegrams/1-landslide-level4.xml");
    Path broken = Files.writeString(folder.resolve("broken.xml"), "<Report><Control>");

    CommandRun run = CommandRun.of("read", telegram.toString(), broken.toString(), "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out().lines().toList().getFirst())
        .contains("\"format\":\"JMA")
        .contains("\"status\":\"EXERCISE\"");
    assertThat(run.out().lines().toList().getLast()).contains("\"refused\":");
  }

  @Test
  void readFailsForAFileThatIsNotThereButReadsTheOthers() {
    Path telegram = TestSite.shipped("sample/telegrams/1-landslide-level4.xml");

    CommandRun run = CommandRun.of("read", "nowhere.xml", telegram.toString(), "--json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("nowhere.xml: there is no such file");
    assertThat(run.out().lines()).hasSize(1);
  }

  @Test
  void aListOfAreasIsReadBesideAMapOfDistrictsWithoutAHub() throws IOException {
    Path list =
        Files.writeString(folder.resolve("areas.csv"), "区域名,地区\n狩野川左岸,北江間・南江間\n左岸二,北江間、南江間\n");
    String map = TestSite.shipped("sample/districts.geojson").toString();

    CommandRun run =
        CommandRun.of(
            "import",
            "areas",
            list.toString(),
            "--dry-run",
            "--json",
            "--map",
            map,
            "--municipality",
            "22225");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("\"read\":2,\"taken\":1,\"refused\":1")
        .contains("\"code\":\"DISTRICT_UNKNOWN\"")
        .containsPattern("左岸二\",\"districts\":\\[\"22225-[0-9]+\",\"22225-[0-9]+\"]");
  }

  @Test
  void aDryRunOfAreasSaysThatItNeedsAMap() {
    CommandRun run = CommandRun.of("import", "areas", "x.csv", "--dry-run");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--map");
  }

  @Test
  void residentsAreReplacedAtOnceOrNotAtAll() throws IOException {
    new Districts(database.database(), new AreaCode("22225"))
        .load(Files.readAllBytes(TestSite.shipped("sample/districts.geojson")));
    String good = "緯度,経度,人数\n35.015,138.95,3\n35.02,138.951,2\n34.5,138.0,1\n";

    CommandRun taken = residents(good);

    assertThat(taken.exitCode()).isZero();
    assertThat(taken.out()).contains("\"households\":2", "\"residents\":5", "\"outside\":1");

    CommandRun refused = residents(good + "35.02,138.95,many\n");

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).contains("\"row\":4", "RESIDENTS_UNREADABLE").contains("false");
    assertThat(householdsOnFile()).isEqualTo(2);
  }

  private CommandRun residents(String csv) throws IOException {
    Path file = Files.writeString(folder.resolve("residents.csv"), csv);
    return CommandRun.of(
        "import",
        "residents",
        file.toString(),
        "--json",
        "--data-dir",
        folder.toString(),
        "--database-url",
        TestSite.databaseUrl(database.address()));
  }

  private static int householdsOnFile() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from gis.household")
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  void rotateLeavesOneKeyOfTheRegisterAndTheFormerOneOpensNothing() {
    RegisterKeys former = sealedWith(RegisterKeys.generate());

    CommandRun run = rotate();

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("gis.register_key.sealed", "Sealed again 1, opened 1.");
    assertThat(stateWith(former)).isEqualTo(KeyState.KEY_WRONG);
    RegisterKeys kept = RegisterKeys.read(keys().orElseThrow());
    assertThat(stateWith(kept)).isEqualTo(KeyState.OPEN);
    assertThat(kept.hasFormerKeys()).isFalse();
  }

  /** What a renewal forgets can be opened by nobody once the former key is gone. */
  @Test
  void rotateReachesEveryColumnThatHoldsCiphertext() {
    sealedWith(RegisterKeys.generate());

    CommandRun run = rotate();

    Set<String> open = Set.of("sha256", "bytes", "who", "mark", "token", "reference");
    List<String> sealed =
        database
            .database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select table_schema || '.' || table_name || '.' || column_name
                            from information_schema.columns join information_schema.tables using (table_schema, table_name)
                            where data_type = 'bytea' and table_type = 'BASE TABLE'
                              and table_schema not in ('pg_catalog', 'information_schema')
                              and column_name <> all(:open) and column_name !~ 'hash$'
                            """)
                        .bindArray("open", String.class, List.copyOf(open))
                        .mapTo(String.class)
                        .list());
    assertThat(sealed).contains("shelters.preregistration.content", "gis.person.identity");
    assertThat(sealed).allSatisfy(column -> assertThat(run.out()).contains(column));
  }

  @Test
  void rotateGoesOnWithARenewalThatWasInterrupted() {
    RegisterKeys former = sealedWith(RegisterKeys.generate());
    RegisterKeys begun = former.rotated();
    new DataDirectory(folder).keepSecret(DataDirectory.REGISTER_KEYS, begun.write());

    assertThat(rotate().exitCode()).isZero();
    assertThat(keys()).contains(begun.withoutFormerKeys().write());
  }

  @Test
  void rotateTouchesNothingWithTheKeysOfAnotherRegister() {
    sealedWith(RegisterKeys.generate());
    String others = RegisterKeys.generate().write();
    new DataDirectory(folder).keepSecret(DataDirectory.REGISTER_KEYS, others);

    CommandRun run = rotate();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).contains("not those of this database");
    assertThat(keys()).contains(others);
  }

  private RegisterKeys sealedWith(RegisterKeys keys) {
    database.truncate("gis");
    new DataDirectory(folder).keepSecret(DataDirectory.REGISTER_KEYS, keys.write());
    assertThat(stateWith(keys)).isEqualTo(KeyState.OPEN);
    return keys;
  }

  private static KeyState stateWith(RegisterKeys keys) {
    return FieldCipher.unlock(database.database(), Optional.of(keys)).state();
  }

  private Optional<String> keys() {
    return new DataDirectory(folder).findSecret(DataDirectory.REGISTER_KEYS);
  }

  private CommandRun rotate() {
    return CommandRun.of(
        "register-key",
        "rotate",
        "--data-dir",
        folder.toString(),
        "--database-url",
        TestSite.databaseUrl(database.address()));
  }

  @Test
  void doctorNamesTheSecretThatIsMissing() {
    CommandRun run =
        CommandRun.of(
            "doctor",
            "--data-dir",
            folder.toString(),
            "--database-url",
            TestSite.databaseUrl(database.address()),
            "--config",
            TestSite.shipped("noroshi.yaml").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .containsPattern("ok +database")
        .containsPattern("MISSING settings .*the secret env:NOROSHI_LINE_TOKEN");
  }

  @Test
  void doctorSaysThatTheDatabaseDoesNotAnswer() {
    CommandRun run =
        CommandRun.of(
            "doctor",
            "--data-dir",
            folder.toString(),
            "--database-url",
            "postgresql://noroshi:hidden@127.0.0.1:1/noroshi");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("MISSING database").doesNotContain("hidden");
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithoutShowingThePassword() {
    for (String url :
        new String[] {
          "mysql://noroshi:hidden@db/noroshi",
          "postgresql://noroshi:hid den@db/noroshi",
          "postgresql://noroshi:hidden@db"
        }) {
      CommandRun run = CommandRun.of("chronology", "verify", "--database-url", url);

      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("postgresql://user@host:5432/name").doesNotContain("hid");
    }
  }

  @Test
  void chronologyVerifyTellsAnIntactChainFromABrokenOne() {
    append("first");
    append("second");
    assertThat(verify())
        .satisfies(
            run -> {
              assertThat(run.exitCode()).isZero();
              assertThat(run.out()).startsWith("intact: 2 lines");
            });

    database
        .database()
        .useTransaction(
            handle -> {
              handle.execute("set local session_replication_role = replica");
              handle.execute("update core.chronology set actor = 'somebody else' where seq = 1");
            });
    assertThat(verify())
        .satisfies(
            run -> {
              assertThat(run.exitCode()).isEqualTo(3);
              assertThat(run.out()).startsWith("BROKEN at line 1");
            });
  }

  private static void append(String subject) {
    Instant now = Clock.systemUTC().instant();
    new Chronology(database.database())
        .append(
            new ChronologyEntry(
                now, Mode.DRILL, ChronologyKind.HUB_STARTED, "test", subject, Map.of()));
  }

  private static CommandRun verify() {
    return CommandRun.of(
        "chronology", "verify", "--database-url", TestSite.databaseUrl(database.address()));
  }
}
