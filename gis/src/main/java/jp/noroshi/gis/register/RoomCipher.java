package jp.noroshi.gis.register;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import jp.noroshi.core.storage.Json;

/**
 * Seals what another room keeps of people, with the keys of the register: one secret to look after,
 * not two. The room writes its own log of who opened what; what it seals cannot be taken for a row
 * of the register. Thread-safe.
 */
public final class RoomCipher {

  private final FieldCipher cipher;
  private final String room;

  /**
   * For one room.
   *
   * @param room its name; what one room sealed no other opens
   */
  public RoomCipher(FieldCipher cipher, String room) {
    this.cipher = cipher;
    this.room = room;
  }

  /** Tells whether there are keys: without them nothing personal can be taken in. */
  public boolean isOpen() {
    return cipher.state() == KeyState.OPEN;
  }

  /**
   * Seals a value.
   *
   * @param owner what it belongs to
   * @throws RegisterRefusedException LOCKED
   */
  public byte[] seal(UUID owner, Object value) {
    return cipher.keys().seal(Json.write(value).getBytes(StandardCharsets.UTF_8), bound(owner));
  }

  /**
   * Opens what was sealed for the same owner. The caller has logged who looks.
   *
   * @throws RegisterRefusedException LOCKED, or DAMAGED
   */
  public <T> T open(UUID owner, byte[] sealed, Class<T> type) {
    return Json.read(
        new String(cipher.keys().open(sealed, bound(owner)), StandardCharsets.UTF_8), type);
  }

  /**
   * Returns the blind index of a value: equal values have equal marks, nothing else shows.
   *
   * @throws RegisterRefusedException LOCKED
   */
  public String mark(String kind, String value) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(cipher.index(room + "/" + kind, value));
  }

  /**
   * Returns the SQL over a row {@code t} that says what a ciphertext belongs to, for renewing keys.
   */
  public static String owner(String room, String column) {
    return "t.%s || '/%s'".formatted(column, room);
  }

  private byte[] bound(UUID owner) {
    return (owner + "/" + room).getBytes(StandardCharsets.UTF_8);
  }
}
