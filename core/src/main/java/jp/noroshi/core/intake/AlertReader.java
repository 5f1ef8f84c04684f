package jp.noroshi.core.intake;

import java.util.List;

/** Understands the bytes of one format. Thread-safe; blocking only by computing. */
public interface AlertReader {

  /**
   * Reads every alert in the bytes (a CAP envelope may hold many).
   *
   * @param bytes the message as received
   * @return one reading per alert in the order of the message, never empty
   */
  List<Reading> read(byte[] bytes);
}
