package jp.noroshi.shelters.talk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.GoneRecipients;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.plan.Reachability;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;

/**
 * Takes addresses out of the address book that the push service does not know any more, or that
 * left the LINE account, and keeps in mind whose they were, so that staff see who has to be asked
 * for a new way. Thread-safe, blocking.
 */
public final class GoneContacts implements Reachability {

  /** Looking again does no harm; whatever is answered is looked at many times within it. */
  private static final Duration LOOK_BACK = Duration.ofHours(2);

  private final Database database;
  private final Mode mode;
  private final InstantSource clock;

  /** Looks after the addresses of one mode. */
  public GoneContacts(Database database, Mode mode, InstantSource clock) {
    this.database = database;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * A way that does not lead to somebody any more.
   *
   * @param at when the medium said so
   */
  public record Lost(Medium medium, Instant at) {}

  /** Takes out what is gone. Who registered again since the message was written stays. */
  public void work() {
    database.useTransaction(
        handle ->
            GoneRecipients.since(handle, mode, Medium.FCM, clock.instant().minus(LOOK_BACK))
                .forEach(
                    gone -> lose(handle, Medium.FCM, gone.address(), gone.sentAt(), gone.at())));
  }

  /** Takes out an account that left a medium just now. */
  void left(Handle handle, Medium medium, String address) {
    lose(handle, medium, address, clock.instant(), clock.instant());
  }

  /**
   * Takes an address out.
   *
   * @param known who registered it after this moment stays
   * @param at when it was lost
   */
  private void lose(Handle handle, Medium medium, String address, Instant known, Instant at) {
    handle
        .createUpdate(
            """
            with lost as (
              delete from shelters.contact
              where mode = :mode and medium = :medium and address = :address and since <= :known
              returning mode, kind, subject, medium)
            insert into shelters.contact_gone (mode, kind, subject, medium, at)
            select mode, kind, subject, medium, :at from lost
            on conflict (mode, kind, subject, medium) do update set at = excluded.at
            """)
        .bind("mode", mode)
        .bind("medium", medium)
        .bind("address", address)
        .bind("known", Timestamp.from(known))
        .bind("at", Timestamp.from(at))
        .execute();
  }

  @Override
  public Reachability.Lost findLost() {
    List<Stranded> stranded = database.withHandle(this::stranded);
    return new Reachability.Lost(
        subjects(stranded, ContactKind.PERSON)
            .map(PersonId::new)
            .collect(Collectors.toUnmodifiableSet()),
        subjects(stranded, ContactKind.SUPPORTER).collect(Collectors.toUnmodifiableSet()));
  }

  /** Somebody who lost a way and has none left. */
  private record Stranded(ContactKind kind, UUID subject) {}

  private List<Stranded> stranded(Handle handle) {
    return handle
        .createQuery(
            """
            select distinct kind, subject from shelters.contact_gone g
            where mode = :mode and not exists (
              select 1 from shelters.contact c
              where c.mode = g.mode and c.kind = g.kind and c.subject = g.subject)
            """)
        .bind("mode", mode)
        .map(
            (row, _) ->
                new Stranded(
                    ContactKind.valueOf(row.getString("kind")),
                    row.getObject("subject", UUID.class)))
        .list();
  }

  private static Stream<UUID> subjects(List<Stranded> stranded, ContactKind kind) {
    return stranded.stream().filter(each -> each.kind() == kind).map(Stranded::subject);
  }

  /** Lists what somebody lost and did not register anew. */
  List<Lost> list(Handle handle, ContactKind kind, UUID subject) {
    return handle
        .createQuery(
            """
            select medium, at from shelters.contact_gone
            where mode = :mode and kind = :kind and subject = :subject order by medium
            """)
        .bind("mode", mode)
        .bind("kind", kind)
        .bind("subject", subject)
        .map(
            (row, _) ->
                new Lost(
                    Medium.valueOf(row.getString("medium")), row.getTimestamp("at").toInstant()))
        .list();
  }
}
