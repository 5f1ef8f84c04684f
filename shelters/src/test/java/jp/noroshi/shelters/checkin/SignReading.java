package jp.noroshi.shelters.checkin;

import jp.noroshi.core.storage.Database;

/** Reads what counts of an event as the hub does. */
public final class SignReading {

  private final CardReading reading;

  /** With keys of the test. */
  public SignReading(Database database) {
    this.reading = new CardReading(TestKeys.cipher(database));
  }

  /** Returns the event's sign. */
  public Sign signOf(CheckinEvent event) {
    return reading.read(event).sign();
  }
}
