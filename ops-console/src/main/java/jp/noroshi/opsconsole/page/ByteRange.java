package jp.noroshi.opsconsole.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a file (RFC 9110, 14.1.2).
 *
 * @param first offset of its first byte
 * @param last offset of its last byte
 */
record ByteRange(long first, long last) {

  /** Nothing on disk has so many digits: what has more is no number of bytes. */
  private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

  /** Reads a Range header of one piece; empty where a file of this length has no such piece. */
  static Optional<ByteRange> read(String header, long length) {
    Matcher matcher = ONE.matcher(header);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    if (from.isEmpty()) {
      return to.isEmpty()
          ? Optional.empty()
          : within(length - Long.parseLong(to), length - 1, length);
    }
    return within(Long.parseLong(from), to.isEmpty() ? length - 1 : Long.parseLong(to), length);
  }

  private static Optional<ByteRange> within(long first, long last, long length) {
    ByteRange range = new ByteRange(Math.max(first, 0), Math.min(last, length - 1));
    return range.first() <= range.last() && first <= last ? Optional.of(range) : Optional.empty();
  }

  long length() {
    return last - first + 1;
  }

  /** Says which piece of how much this is. */
  String header(long length) {
    return "bytes " + first + "-" + last + "/" + length;
  }
}
