package jp.noroshi.core.intake;

import java.util.List;
import jp.noroshi.core.intake.cap.CapReader;
import jp.noroshi.core.intake.fire.FireNoticeReader;
import jp.noroshi.core.intake.jma.JmaTelegramReader;
import jp.noroshi.core.intake.opening.ShelterNoticeReader;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * Reads any message the hub understands. The format is told by the bytes alone: names of files and
 * content types are wrong too often. Thread-safe.
 */
public final class AlertReaders implements AlertReader {
  /** Larger than any telegram: the biggest seen has 6 MB. */
  public static final int MAX_BYTES = 16 * 1024 * 1024;

  private final JmaTelegramReader jma = new JmaTelegramReader();
  private final CapReader cap = new CapReader();
  private final FireNoticeReader fire = new FireNoticeReader();
  private final ShelterNoticeReader shelters = new ShelterNoticeReader();

  @Override
  public List<Reading> read(byte[] bytes) {
    try {
      return readByFormat(bytes);
    } catch (UnreadableException e) {
      return List.of(e.toReading());
    }
  }

  private List<Reading> readByFormat(byte[] bytes) throws UnreadableException {
    if (bytes.length > MAX_BYTES) {
      throw new UnreadableException(
          Refusal.TOO_LARGE, "大きすぎます(%,dバイト)。上限は16MBです。".formatted(bytes.length));
    }
    return switch (firstSign(bytes)) {
      case '<' -> readXml(bytes);
      case '{' -> List.of(shelters.understands(bytes) ? shelters.read(bytes) : fire.read(bytes));
      case 0 -> throw new UnreadableException(Refusal.EMPTY, "中身がありません。");
      default -> throw new UnreadableException(Refusal.NOT_AN_ALERT, "XML でも JSON でもありません。");
    };
  }

  private List<Reading> readXml(byte[] bytes) throws UnreadableException {
    try (XmlInput xml = XmlInput.open(bytes)) {
      return JmaTelegramReader.understands(xml) ? jma.read(xml) : cap.read(xml);
    }
  }

  /** Returns the first byte that is neither blank nor part of a byte order mark, 0 if none is. */
  private static int firstSign(byte[] bytes) {
    for (byte b : bytes) {
      switch (b & 0xFF) {
        case 0, ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF, 0xFE, 0xFF -> {}
        default -> {
          return b;
        }
      }
    }
    return 0;
  }
}
