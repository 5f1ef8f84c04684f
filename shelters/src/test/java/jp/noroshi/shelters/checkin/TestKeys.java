package jp.noroshi.shelters.checkin;

import java.time.InstantSource;
import java.util.Optional;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.AccessLog;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RegisterKeys;
import jp.noroshi.gis.register.RoomCipher;

/** The cipher of the room, with keys made for the test. */
public final class TestKeys {

  private static final RegisterKeys KEYS = RegisterKeys.generate();

  private TestKeys() {}

  /** Returns a cipher that opens what the same test sealed. */
  public static RoomCipher cipher(Database database) {
    return cipher(database, "CHECKIN");
  }

  /** Returns the cipher of another room, with the same keys. */
  public static RoomCipher cipher(Database database, String room) {
    return new RoomCipher(FieldCipher.unlock(database, Optional.of(KEYS)), room);
  }

  /** Returns what recognises people of the register, with the same keys. */
  public static Recognition recognition(Database database, InstantSource clock) {
    return new Recognition(FieldCipher.unlock(database, Optional.of(KEYS)), new AccessLog(clock));
  }

  /** Returns a cipher without keys. */
  public static RoomCipher locked(Database database) {
    return new RoomCipher(FieldCipher.unlock(database, Optional.empty()), "CHECKIN");
  }
}
