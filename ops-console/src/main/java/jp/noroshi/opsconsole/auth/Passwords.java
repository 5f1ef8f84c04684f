package jp.noroshi.opsconsole.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import jp.noroshi.opsconsole.auth.AuthSettings.PasswordCost;

/** Argon2id. Thread-safe; blocks by computing. */
final class Passwords {

  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** Each check takes the whole memory cost, so a crowd at the door must not take it at once. */
  private final Semaphore seats = new Semaphore(4, true);

  private final Argon2Function function;
  private final String nobodysHash;

  Passwords(PasswordCost cost) {
    function =
        Argon2Function.getInstance(
            cost.memoryKib(), cost.iterations(), cost.parallelism(), HASH_BYTES, Argon2.ID);
    nobodysHash = hash("an account nobody has");
  }

  String hash(String password) {
    seats.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(function).getResult();
    } finally {
      seats.release();
    }
  }

  /** Takes as long where there is no account, so that time does not tell who has one. */
  boolean matches(String password, Optional<String> hash) {
    String stored = hash.orElse(nobodysHash);
    seats.acquireUninterruptibly();
    try {
      boolean same =
          Password.check(password, stored).with(Argon2Function.getInstanceFromHash(stored));
      return same && hash.isPresent();
    } finally {
      seats.release();
    }
  }
}
