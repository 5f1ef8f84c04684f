package jp.noroshi.shelters.talk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.response.SecretText;
import org.jdbi.v3.core.Handle;

/**
 * Where supporters and people are reached, by their own choice. Addresses are never logged.
 * Thread-safe, blocking.
 */
public final class AddressBook {

  /** How long a code to link an account with can be used. */
  public static final Duration CODE_LASTS = Duration.ofDays(7);

  private static final int MOST_WRONG_CODES = 5;
  private static final Duration WRONG_CODES_COUNT_FOR = Duration.ofDays(1);

  private final Database database;
  private final Mode mode;
  private final InstantSource clock;

  /** Keeps the addresses of one mode. */
  public AddressBook(Database database, Mode mode, InstantSource clock) {
    this.database = database;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * Where one message goes.
   *
   * @param medium LINE, FCM, VOICE or, of a supporter with a page of their own, WEB
   * @param value LINE user id, FCM token; of who is telephoned a reference, never the number; of a
   *     page the hash of what opens it
   * @param language BCP 47
   */
  public record Address(Medium medium, String value, String language) {
    /** Hides the address: it is personal data. */
    @Override
    public String toString() {
      return "Address[" + medium + ", " + language + "]";
    }
  }

  /** Where somebody is reached. */
  public record Contact(ContactKind kind, UUID subject, Address address) {

    /** Tells whether something is sent there: a page is not written to, it is opened. */
    boolean isWrittenTo() {
      return address.medium() != Medium.WEB;
    }

    /** Somebody who is telephoned: whom, and not under which number, is what is kept. */
    public static Contact byTelephone(ContactKind kind, UUID subject, String language) {
      return new Contact(
          kind,
          subject,
          new Address(Medium.VOICE, new Callee(kind, subject).reference(), language));
    }

    /** A supporter who has a page of their own: what opens it is not kept. */
    public static Contact onPage(UUID supporter, String token, String language) {
      return new Contact(
          ContactKind.SUPPORTER, supporter, new Address(Medium.WEB, opening(token), language));
    }
  }

  /** Returns what is kept of the secret that opens a page. */
  static String opening(String token) {
    return HexFormat.of().formatHex(SecretText.hash(token));
  }

  /** Keeps an address; it takes the place of an earlier one on the same medium. */
  public void keep(Contact contact) {
    database.useTransaction(handle -> keep(handle, contact));
  }

  private void keep(Handle handle, Contact contact) {
    handle
        .createUpdate(
            """
            insert into shelters.contact (mode, kind, subject, medium, address, language, since)
            values (:mode, :kind, :subject, :medium, :address, :language, :now)
            on conflict (mode, kind, subject, medium) do update set
              address = excluded.address, language = excluded.language, since = excluded.since,
              opened_at = null
            """)
        .bind("mode", mode)
        .bind("kind", contact.kind())
        .bind("subject", contact.subject())
        .bind("medium", contact.address().medium())
        .bind("address", contact.address().value())
        .bind("language", contact.address().language())
        .bind("now", clock.instant())
        .execute();
    handle.execute(
        "delete from shelters.contact_gone where mode = ? and kind = ? and subject = ? and medium = ?",
        mode.name(),
        contact.kind().name(),
        contact.subject(),
        contact.address().medium().name());
  }

  void forget(Handle handle, ContactKind kind, UUID subject, Medium medium) {
    handle.execute(
        "delete from shelters.contact where mode = ? and kind = ? and subject = ? and medium = ?",
        mode.name(),
        kind.name(),
        subject,
        medium.name());
  }

  /** Tells whether nobody is in it. */
  public boolean isEmpty() {
    return !database.withHandle(
        handle ->
            handle
                .createQuery("select exists (select 1 from shelters.contact where mode = :mode)")
                .bind("mode", mode)
                .mapTo(boolean.class)
                .one());
  }

  /** Returns on which media somebody is reached; no address. */
  public List<Medium> media(ContactKind kind, UUID subject) {
    return database.withHandle(
        handle ->
            find(handle, kind, List.of(subject)).stream()
                .map(contact -> contact.address().medium())
                .sorted()
                .toList());
  }

  List<Contact> find(Handle handle, ContactKind kind, Collection<UUID> subjects) {
    return handle
        .createQuery(
            """
            select * from shelters.contact
            where mode = :mode and kind = :kind and subject = any(:subjects) order by subject, medium
            """)
        .bind("mode", mode)
        .bind("kind", kind)
        .bindArray("subjects", UUID.class, subjects.toArray())
        .map(
            (row, _) ->
                new Contact(
                    kind,
                    row.getObject("subject", UUID.class),
                    new Address(
                        Medium.valueOf(row.getString("medium")),
                        row.getString("address"),
                        row.getString("language"))))
        .list();
  }

  /** Returns who is reached at an address. */
  List<Contact> whoseIs(Handle handle, Medium medium, String address) {
    return handle
        .createQuery(
            """
            select * from shelters.contact
            where mode = :mode and medium = :medium and address = :address order by kind, subject
            """)
        .bind("mode", mode)
        .bind("medium", medium)
        .bind("address", address)
        .map(
            (row, _) ->
                new Contact(
                    ContactKind.valueOf(row.getString("kind")),
                    row.getObject("subject", UUID.class),
                    new Address(medium, address, row.getString("language"))))
        .list();
  }

  /** Returns which of them have an address. */
  Set<UUID> reachable(Handle handle, ContactKind kind, Collection<UUID> subjects) {
    Set<UUID> found = new HashSet<>();
    find(handle, kind, subjects).forEach(each -> found.add(each.subject()));
    return found;
  }

  /**
   * Makes a code that links the next LINE account that sends it. It is shown once and works once;
   * those made for the same before do not work any more.
   *
   * @param by the account of the clerk who hands it out
   */
  public String code(ContactKind kind, UUID subject, String by) {
    String code = SecretText.code();
    Instant now = clock.instant();
    database.useTransaction(
        handle -> {
          handle.execute(
              "update shelters.link_code set expires_at = ? where mode = ? and kind = ? and subject = ? and used_at is null",
              Timestamp.from(now),
              mode.name(),
              kind.name(),
              subject);
          handle.execute(
              """
              insert into shelters.link_code (hash, mode, kind, subject, made_by, made_at, expires_at)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              SecretText.hash(code),
              mode.name(),
              kind.name(),
              subject,
              by,
              Timestamp.from(now),
              Timestamp.from(now.plus(CODE_LASTS)));
        });
    return code;
  }

  private record Linked(ContactKind kind, UUID subject) {}

  /**
   * Links an account by a code it sent. Who sent too many wrong ones within a day is not listened
   * to.
   *
   * @return whether the code was good
   */
  boolean link(Handle handle, String code, String lineUser, String language) {
    byte[] who = SecretText.hash(lineUser);
    if (wrongCodes(handle, who) >= MOST_WRONG_CODES) {
      return false;
    }
    Optional<Linked> linked = use(handle, code);
    linked.ifPresentOrElse(
        each ->
            keep(
                handle,
                new Contact(
                    each.kind(), each.subject(), new Address(Medium.LINE, lineUser, language))),
        () ->
            handle.execute(
                "insert into shelters.link_try (who, at) values (?, ?)",
                who,
                Timestamp.from(clock.instant())));
    return linked.isPresent();
  }

  private int wrongCodes(Handle handle, byte[] who) {
    Timestamp yesterday = Timestamp.from(clock.instant().minus(WRONG_CODES_COUNT_FOR));
    handle.execute("delete from shelters.link_try where at < ?", yesterday);
    return handle
        .createQuery("select count(*) from shelters.link_try where who = :who")
        .bind("who", who)
        .mapTo(Integer.class)
        .one();
  }

  private Optional<Linked> use(Handle handle, String code) {
    return handle
        .createQuery(
            """
            update shelters.link_code set used_at = :now
            where hash = :hash and mode = :mode and used_at is null and expires_at > :now
            returning kind, subject
            """)
        .bind("now", clock.instant())
        .bind("hash", SecretText.hash(code))
        .bind("mode", mode)
        .map(
            (row, _) ->
                new Linked(
                    ContactKind.valueOf(row.getString("kind")),
                    row.getObject("subject", UUID.class)))
        .findOne();
  }
}
