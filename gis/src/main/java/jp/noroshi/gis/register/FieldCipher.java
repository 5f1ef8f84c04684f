package jp.noroshi.gis.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;

/**
 * Seals and opens groups of fields. What is sealed says whose and which group it is, so that it
 * cannot be moved to another person unnoticed. Opening needs a ticket, and only the access log
 * makes tickets. Thread-safe.
 */
public final class FieldCipher {

  private static final byte[] CHECK = "the register of this hub".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CHECK_OWNER = "check".getBytes(StandardCharsets.UTF_8);

  private final Optional<RegisterKeys> keys;
  private final KeyState state;
  private final LongAdder openings = new LongAdder();

  private FieldCipher(Optional<RegisterKeys> keys, KeyState state) {
    this.keys = keys;
    this.state = state;
  }

  /**
   * Makes the cipher of a register. Keys used for the first time are noted, so that wrong ones are
   * known at once and not by a page that cannot be read.
   *
   * @param keys empty: the register stays locked
   */
  public static FieldCipher unlock(Database database, Optional<RegisterKeys> keys) {
    if (keys.isEmpty()) {
      return new FieldCipher(keys, KeyState.KEY_MISSING);
    }
    database.withHandle(
        handle ->
            handle.execute(
                "insert into gis.register_key (id, sealed) values (1, ?) on conflict do nothing",
                keys.get().seal(CHECK, CHECK_OWNER)));
    return fits(database, keys.get())
        ? new FieldCipher(keys, KeyState.OPEN)
        : new FieldCipher(Optional.empty(), KeyState.KEY_WRONG);
  }

  /** Tells whether a register was ever sealed here: then new keys would be of no use. */
  public static boolean wasSealed(Database database) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select exists (select 1 from gis.register_key)")
                .mapTo(boolean.class)
                .one());
  }

  private static boolean fits(Database database, RegisterKeys keys) {
    byte[] sealed =
        database.withHandle(
            handle ->
                handle
                    .createQuery("select sealed from gis.register_key where id = 1")
                    .mapTo(byte[].class)
                    .one());
    try {
      return MessageDigest.isEqual(keys.open(sealed, CHECK_OWNER), CHECK);
    } catch (RegisterRefusedException e) {
      return false;
    }
  }

  /** Returns whether the register can be opened. */
  public KeyState state() {
    return state;
  }

  /** Returns how often something of a person was opened since the start. */
  public long openings() {
    return openings.sum();
  }

  /**
   * Seals a group of fields.
   *
   * @param subject whose it is: a person or a supporter
   * @throws RegisterRefusedException LOCKED
   */
  public byte[] seal(UUID subject, FieldGroup group, Object value) {
    return keys().seal(bytes(value), owner(subject, group.name()));
  }

  /**
   * Opens a group of fields.
   *
   * @param ticket of the line in the access log, still inside its transaction
   * @throws RegisterRefusedException LOCKED, or DAMAGED
   * @throws IllegalStateException when the ticket does not cover it: a fault of the program
   */
  public <T> T open(AccessTicket ticket, FieldGroup group, byte[] sealed, Class<T> type) {
    ticket.require(group);
    byte[] plain = keys().open(sealed, owner(ticket.subject(), group.name()));
    openings.increment();
    return Json.read(new String(plain, StandardCharsets.UTF_8), type);
  }

  /**
   * Seals one of several things a subject has in a group: bound to the thing, too, so that two of
   * the same subject cannot be exchanged unnoticed.
   *
   * @param thing its number
   * @throws RegisterRefusedException LOCKED
   */
  public byte[] seal(UUID subject, FieldGroup group, UUID thing, Object value) {
    return keys().seal(bytes(value), owner(subject, group.name() + "/" + thing));
  }

  /**
   * Opens what was sealed as one of several things.
   *
   * @throws RegisterRefusedException LOCKED, or DAMAGED
   */
  public <T> T open(
      AccessTicket ticket, FieldGroup group, UUID thing, byte[] sealed, Class<T> type) {
    return Json.read(plain(ticket, group, thing, sealed), type);
  }

  /**
   * Returns the mark of a value: whoever opens it later knows by the mark that it is the one it
   * was, even where somebody had the keys to seal another. It says nothing about the value, and
   * stays the same when keys are renewed.
   */
  public byte[] mark(UUID thing, Object value) {
    return index("MARK", thing + "/" + Json.write(value));
  }

  /**
   * Opens what was sealed as one of several things, and compares it with its mark.
   *
   * @throws RegisterRefusedException LOCKED, or DAMAGED when it is not what was marked, too
   */
  public <T> T openMarked(
      AccessTicket ticket,
      FieldGroup group,
      UUID thing,
      byte[] sealed,
      byte[] mark,
      Class<T> type) {
    String plain = plain(ticket, group, thing, sealed);
    if (!MessageDigest.isEqual(mark, index("MARK", thing + "/" + plain))) {
      throw new RegisterRefusedException(RegisterRefusal.DAMAGED);
    }
    return Json.read(plain, type);
  }

  private String plain(AccessTicket ticket, FieldGroup group, UUID thing, byte[] sealed) {
    ticket.require(group);
    byte[] plain = keys().open(sealed, owner(ticket.subject(), group.name() + "/" + thing));
    openings.increment();
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** Seals what belongs to a piece of work (an import, an export), not to one person. */
  byte[] sealWork(UUID work, byte[] value) {
    return keys().seal(value, owner(work, "WORK"));
  }

  /** Opens what {@link #sealWork} sealed; the caller has logged everybody it is about. */
  byte[] openWork(UUID work, byte[] sealed) {
    return keys().open(sealed, owner(work, "WORK"));
  }

  /**
   * Returns the blind index of a value for a room that stands on the register.
   *
   * @param kind of what kind the value is: equal values of two kinds have different indexes
   * @throws RegisterRefusedException LOCKED
   */
  public byte[] blindIndex(String kind, String value) {
    return index(kind, value);
  }

  /** Returns the blind index of a value: equal values have equal indexes, nothing else shows. */
  byte[] index(String kind, String value) {
    return keys().index((kind + ":" + value).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Returns the keys for a room that stands on the register.
   *
   * @throws RegisterRefusedException LOCKED
   */
  RegisterKeys keys() {
    return keys.orElseThrow(() -> new RegisterRefusedException(RegisterRefusal.LOCKED));
  }

  private static byte[] bytes(Object value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] owner(UUID owner, String group) {
    return (owner + "/" + group).getBytes(StandardCharsets.UTF_8);
  }
}
