package jp.noroshi.shelters.inquiry;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.shelters.checkin.Evacuee;
import jp.noroshi.shelters.checkin.Evacuees;
import org.jdbi.v3.core.Handle;

/**
 * People of whom nobody who asks is told anything: those under protection from violence or stalking
 * (支援措置の対象者), before they come or when they are there. Thread-safe, blocking.
 */
public final class Protections {

  private final Database database;
  private final RoomCipher cipher;
  private final Evacuees evacuees;
  private final InstantSource clock;

  Protections(Database database, RoomCipher cipher, Evacuees evacuees, InstantSource clock) {
    this.database = database;
    this.cipher = cipher;
    this.evacuees = evacuees;
    this.clock = clock;
  }

  /**
   * Whom it is about. Personal as a whole.
   *
   * @param remark by what, until when
   */
  public record Who(String name, String kana, Optional<LocalDate> birth, String remark) {
    /** Hides everything: it is personal data. */
    @Override
    public String toString() {
      return "Who[…]";
    }
  }

  /** Somebody under protection. */
  public record Protection(UUID id, Who who, Instant notedAt, String notedBy) {}

  /**
   * Notes somebody, by kana and birth date or by their record.
   *
   * @param evacuee their record, when they have checked in
   * @throws InquiryRefusedException NOT_RECOGNISABLE when there is neither
   */
  public void note(Who who, Optional<UUID> evacuee, String account) {
    Optional<String> mark = who.birth().flatMap(birth -> evacuees.markOf(who.kana(), birth));
    if (mark.isEmpty() && evacuee.isEmpty()) {
      throw new InquiryRefusedException(InquiryRefusal.NOT_RECOGNISABLE);
    }
    UUID id = UUID.randomUUID();
    database.useTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    insert into shelters.protected_person (id, mark, evacuee, noted_at, noted_by, content)
                    values (:id, :mark, cast(:evacuee as uuid), :now, :by, :content)
                    """)
                .bind("id", id)
                .bind("mark", mark.orElse(null))
                .bind("evacuee", evacuee.orElse(null))
                .bind("now", clock.instant())
                .bind("by", account)
                .bind("content", cipher.seal(id, who))
                .execute());
  }

  /** Lists who is under protection, the latest first. */
  public List<Protection> list() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select id, noted_at, noted_by, content from shelters.protected_person
                    where lifted_at is null order by noted_at desc, id
                    """)
                .map((row, _) -> protection(row))
                .list());
  }

  private Protection protection(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Protection(
        id,
        cipher.open(id, row.getBytes("content"), Who.class),
        row.getTimestamp("noted_at").toInstant(),
        row.getString("noted_by"));
  }

  /**
   * Notes that a protection is over.
   *
   * @return whether it stood
   */
  public boolean lift(UUID id, String account) {
    return database.inTransaction(
        handle ->
            handle
                    .createUpdate(
                        """
                        update shelters.protected_person set lifted_at = :now, lifted_by = :by
                        where id = :id and lifted_at is null
                        """)
                    .bind("id", id)
                    .bind("now", clock.instant())
                    .bind("by", account)
                    .execute()
                == 1);
  }

  /** Returns which of some people are under protection. */
  public Set<UUID> among(Handle handle, Collection<Evacuee> people) {
    Standing standing = standing(handle);
    return people.stream()
        .filter(
            each ->
                standing.records().contains(each.id())
                    || each.card()
                        .birth()
                        .flatMap(birth -> evacuees.markOf(each.card().kana(), birth))
                        .filter(standing.marks()::contains)
                        .isPresent())
        .map(Evacuee::id)
        .collect(toSet());
  }

  private record Standing(Set<String> marks, Set<UUID> records) {}

  /** Records that were joined since are one with the record that stands for them. */
  private Standing standing(Handle handle) {
    List<UUID> records =
        handle
            .createQuery(
                "select evacuee from shelters.protected_person where evacuee is not null and lifted_at is null")
            .mapTo(UUID.class)
            .list();
    return new Standing(
        handle
            .createQuery(
                "select mark from shelters.protected_person where mark is not null and lifted_at is null")
            .mapTo(String.class)
            .collect(toSet()),
        evacuees.standingFor(records));
  }
}
