package jp.noroshi.shelters.victims;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.register.SealedColumn;
import jp.noroshi.shelters.checkin.Evacuee;
import jp.noroshi.shelters.checkin.Evacuees;
import jp.noroshi.shelters.checkin.LookPurpose;
import jp.noroshi.shelters.inquiry.Protections;
import org.jdbi.v3.core.Handle;

/**
 * Makes victim-exports of everybody who checked in, and keeps each as it was. Whoever is in one
 * stands in the log of looks. Thread-safe, blocking.
 */
public final class VictimExports {

  /** What its ciphertexts are bound to, beside their row. */
  public static final String ROOM = "VICTIMS";

  /** Where it keeps ciphertexts, and whose they are. */
  public static final List<SealedColumn> SEALED =
      List.of(new SealedColumn("shelters.victim_export", "content", RoomCipher.owner(ROOM, "id")));

  private static final String READ =
      """
      select h.*, (select count(*) from shelters.victim_export_fetch f where f.victim_export = h.id) as fetched
      from shelters.victim_export h
      """;

  private final Database database;
  private final RoomCipher cipher;
  private final Evacuees evacuees;
  private final Protections protections;
  private final Function<UUID, String> shelterName;
  private final InstantSource clock;

  /**
   * Hands over who checked in.
   *
   * @param shelterName names a shelter
   */
  public VictimExports(
      Database database,
      RoomCipher cipher,
      Evacuees evacuees,
      Protections protections,
      Function<UUID, String> shelterName,
      InstantSource clock) {
    this.database = database;
    this.cipher = cipher;
    this.evacuees = evacuees;
    this.protections = protections;
    this.shelterName = shelterName;
    this.clock = clock;
  }

  /**
   * Makes a hand-over; its file can be fetched from now on. People under protection are left out
   * wherever names are in it.
   *
   * @throws VictimExportRefusedException NAMES_NOT_ALLOWED, NOBODY
   */
  public VictimExport make(VictimExport.Wish wish, String account) {
    if (wish.named() && !wish.recipient().mayHaveNames()) {
      throw new VictimExportRefusedException(VictimExportRefusal.NAMES_NOT_ALLOWED);
    }
    return database.inTransaction(
        handle -> {
          List<Evacuee> all = evacuees.openAll(handle, LookPurpose.HANDING_OVER, account);
          Set<UUID> hidden = wish.named() ? protections.among(handle, all) : Set.of();
          List<Evacuee> some = all.stream().filter(each -> !hidden.contains(each.id())).toList();
          if (some.isEmpty()) {
            throw new VictimExportRefusedException(VictimExportRefusal.NOBODY);
          }
          return write(handle, wish, some, hidden.size(), account);
        });
  }

  private VictimExport write(
      Handle handle, VictimExport.Wish wish, List<Evacuee> people, int leftOut, String account) {
    UUID id = UUID.randomUUID();
    String rows = new VictimCsv(shelterName, clock.instant()).rows(people, wish.named());
    handle
        .createUpdate(
            """
            insert into shelters.victim_export
              (id, recipient, body, purpose, named, people, households, left_out, made_at, made_by, content)
            values (:id, :recipient, :body, :purpose, :named, :people, :households, :leftOut, :now, :by, :content)
            """)
        .bind("id", id)
        .bind("recipient", wish.recipient())
        .bind("body", wish.body())
        .bind("purpose", wish.purpose())
        .bind("named", wish.named())
        .bind("people", people.size())
        .bind("households", people.stream().map(Evacuee::household).collect(toSet()).size())
        .bind("leftOut", leftOut)
        .bind("now", clock.instant())
        .bind("by", account)
        .bind("content", cipher.seal(id, rows))
        .execute();
    return one(handle, id);
  }

  /** Lists victim-exports, the newest first; nobody is opened. */
  public List<VictimExport> list() {
    return database.withHandle(
        handle ->
            handle.createQuery(READ + "order by h.number desc").map((row, _) -> read(row)).list());
  }

  /**
   * Fetches the file; that is written down.
   *
   * @throws VictimExportRefusedException NOT_FOUND, RECALLED
   */
  public VictimExport.Copy fetch(UUID id, String account) {
    return database.inTransaction(
        handle -> {
          VictimExport made = one(handle, id);
          if (made.recalledAt().isPresent()) {
            throw new VictimExportRefusedException(VictimExportRefusal.RECALLED);
          }
          handle.execute(
              "insert into shelters.victim_export_fetch (victim_export, fetched_at, fetched_by) values (?, ?, ?)",
              id,
              clock.instant(),
              account);
          byte[] content =
              handle
                  .createQuery("select content from shelters.victim_export where id = :id")
                  .bind("id", id)
                  .mapTo(byte[].class)
                  .one();
          return new VictimExport.Copy(
              "hisaisha-%d.csv".formatted(made.number()),
              VictimCsv.file(made, cipher.open(id, content, String.class)));
        });
  }

  /**
   * Calls a hand-over back: it cannot be fetched any more.
   *
   * @throws VictimExportRefusedException NOT_FOUND, RECALLED
   */
  public VictimExport recall(UUID id, String account) {
    return database.inTransaction(
        handle -> {
          if (one(handle, id).recalledAt().isPresent()) {
            throw new VictimExportRefusedException(VictimExportRefusal.RECALLED);
          }
          handle.execute(
              "update shelters.victim_export set recalled_at = ?, recalled_by = ? where id = ?",
              clock.instant(),
              account,
              id);
          return one(handle, id);
        });
  }

  private static VictimExport one(Handle handle, UUID id) {
    return handle
        .createQuery(READ + "where h.id = :id")
        .bind("id", id)
        .map((row, _) -> read(row))
        .findOne()
        .orElseThrow(() -> new VictimExportRefusedException(VictimExportRefusal.NOT_FOUND));
  }

  private static VictimExport read(ResultSet row) throws SQLException {
    return new VictimExport(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        Recipient.valueOf(row.getString("recipient")),
        row.getString("body"),
        row.getString("purpose"),
        row.getBoolean("named"),
        row.getInt("people"),
        row.getInt("households"),
        row.getInt("left_out"),
        row.getTimestamp("made_at").toInstant(),
        row.getString("made_by"),
        row.getInt("fetched"),
        Optional.ofNullable(row.getTimestamp("recalled_at")).map(Timestamp::toInstant));
  }
}
