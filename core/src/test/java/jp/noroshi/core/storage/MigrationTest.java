package jp.noroshi.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MigrationTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @Test
  void aFreshDatabaseHasTheSchemaOfCore() {
    assertThat(countTables()).isGreaterThan(8);
  }

  @Test
  void migratingTwiceChangesNothing() {
    int before = countTables();
    database.database().migrate();
    assertThat(countTables()).isEqualTo(before);
  }

  @Test
  void theChronologyCannotBeRewritten() {
    assertThatThrownBy(
            () -> database.database().withHandle(h -> h.execute("delete from core.chronology")))
        .hasMessageContaining("append-only");
  }

  private static int countTables() {
    return database
        .database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from pg_tables where schemaname = 'core'")
                    .mapTo(Integer.class)
                    .one());
  }
}
