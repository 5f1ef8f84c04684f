package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.register.SealedColumn;
import org.jdbi.v3.core.Handle;

/**
 * What staff write about a case in words of their own: what a neighbour said, where a key is. It
 * may name anybody, so it is sealed, and shown only with the person, by a look that is logged.
 * Nothing is taken back; a later note corrects an earlier one. Thread-safe, blocking.
 */
public final class CaseNotes {

  /** The name under which notes are sealed. */
  public static final String ROOM = "CASE_NOTE";

  /** Where it keeps ciphertexts, and whose they are. */
  public static final List<SealedColumn> SEALED =
      List.of(new SealedColumn("shelters.case_note", "content", RoomCipher.owner(ROOM, "id")));

  private final Database database;
  private final RoomCipher cipher;
  private final CaseDesk desk;
  private final Mode mode;
  private final InstantSource clock;

  /** What it stands on. */
  record Parts(
      Database database, RoomCipher cipher, CaseDesk desk, Mode mode, InstantSource clock) {}

  CaseNotes(Parts parts) {
    this.database = parts.database();
    this.cipher = parts.cipher();
    this.desk = parts.desk();
    this.mode = parts.mode();
    this.clock = parts.clock();
  }

  /**
   * A note.
   *
   * @param by the account that wrote it
   * @param handOver whether those who look for the person have to know it
   */
  public record Note(UUID id, Instant at, String by, boolean handOver, String text) {
    /** Hides the text: it may name anybody. */
    @Override
    public String toString() {
      return "Note[" + id + "]";
    }
  }

  private record Content(String text) {
    @Override
    public String toString() {
      return "Content[…]";
    }
  }

  /**
   * Writes a note down.
   *
   * @param handOver whether those who look for the person have to know it: it goes with the list to
   *     the fire service and the police, as far as helping needs it (災害対策基本法49条の11第3項)
   * @return empty when there is no such case
   * @throws jp.noroshi.gis.register.RegisterRefusedException LOCKED
   */
  public Optional<Note> write(UUID caseId, String text, boolean handOver, String account) {
    Note note = new Note(UUID.randomUUID(), clock.instant(), account, handOver, text);
    return database.inTransaction(
        handle -> {
          int written =
              handle
                  .createUpdate(
                      """
                      insert into shelters.case_note (id, case_id, at, by, hand_over, content)
                      select :id, c.id, :at, :by, :handOver, :content
                      from shelters.response_case c join shelters.response r on r.id = c.response
                      where c.id = :case and r.mode = :mode
                      """)
                  .bind("id", note.id())
                  .bind("at", Timestamp.from(note.at()))
                  .bind("by", account)
                  .bind("handOver", handOver)
                  .bind("content", cipher.seal(note.id(), new Content(text)))
                  .bind("case", caseId)
                  .bind("mode", mode)
                  .execute();
          desk.changed(handle);
          return Optional.of(note).filter(_ -> written > 0);
        });
  }

  /** Opens the notes of cases, the oldest first. The caller has logged who looks at the people. */
  Map<UUID, List<Note>> open(Handle handle, Collection<UUID> cases) {
    return handle
        .createQuery("select * from shelters.case_note where case_id = any(:cases) order by number")
        .bindArray("cases", UUID.class, cases.toArray())
        .map((row, _) -> Map.entry(row.getObject("case_id", UUID.class), note(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private Note note(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Note(
        id,
        row.getTimestamp("at").toInstant(),
        row.getString("by"),
        row.getBoolean("hand_over"),
        cipher.open(id, row.getBytes("content"), Content.class).text());
  }
}
