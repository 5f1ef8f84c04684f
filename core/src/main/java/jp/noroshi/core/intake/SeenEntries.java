package jp.noroshi.core.intake;

import java.util.Collection;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.storage.Database;

/** Tells which entries of a source were taken in before. Thread-safe, blocking. */
public final class SeenEntries {
  private final Mode mode;
  private final String source;
  private final Database database;

  /** Looks up what one source handed over to a hub of this mode. */
  public SeenEntries(Mode mode, String source, Database database) {
    this.mode = mode;
    this.source = source;
    this.database = database;
  }

  /** Returns those of the entries that need not be fetched again. */
  public Set<String> among(Collection<String> entryIds) {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select entry_id from core.source_entry
                    where mode = :mode and source = :source and entry_id = any(:entries)
                    """)
                .bind("mode", mode)
                .bind("source", source)
                .bindArray("entries", String.class, entryIds)
                .mapTo(String.class)
                .set());
  }
}
