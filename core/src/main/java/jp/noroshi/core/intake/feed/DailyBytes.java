package jp.noroshi.core.intake.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Counts what is fetched in a day, Japan time. Used by one round at a time. */
final class DailyBytes {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final long most;
  private final InstantSource clock;
  private LocalDate day = LocalDate.EPOCH;
  private long bytes;

  DailyBytes(long most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
  }

  boolean isUsedUp() {
    beginDay();
    return bytes >= most;
  }

  private void beginDay() {
    LocalDate today = clock.instant().atZone(TOKYO).toLocalDate();
    if (!today.equals(day)) {
      day = today;
      bytes = 0;
    }
  }

  private void add(long count) {
    beginDay();
    bytes += Math.max(0, count);
  }

  /** Returns the stream with its bytes counted as they travel, compressed. */
  InputStream counting(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read() throws IOException {
        int read = super.read();
        add(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        add(read);
        return read;
      }
    };
  }
}
