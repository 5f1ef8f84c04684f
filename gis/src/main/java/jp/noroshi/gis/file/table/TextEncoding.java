package jp.noroshi.gis.file.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;

/**
 * The encodings in which Japanese offices send text. The rule says UTF-8; real files are UTF-8 with
 * and without a mark, CP932 and even UTF-16. Found from the bytes, never from the name.
 */
public enum TextEncoding {
  /** UTF-8, without a mark. */
  UTF_8(StandardCharsets.UTF_8, ""),
  /** UTF-8 with a byte order mark, as spreadsheets like it. */
  UTF_8_BOM(StandardCharsets.UTF_8, "\u00ef\u00bb\u00bf"),
  /** UTF-16, little end first, marked or not. */
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00ff\u00fe"),
  /** UTF-16, big end first, marked or not. */
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00fe\u00ff"),
  /** Microsoft's Shift_JIS. */
  CP932(Charset.forName("windows-31j"), "");

  private static final int LOOKED_AT = 4096;

  private final Charset charset;

  /** One character for each byte. */
  private final String mark;

  TextEncoding(Charset charset, String mark) {
    this.charset = charset;
    this.mark = mark;
  }

  /**
   * A text and how it was written.
   *
   * @param text without its mark
   */
  public record Decoded(String text, TextEncoding encoding) {}

  /**
   * Decodes bytes.
   *
   * @throws UnreadableFileException when they are empty or text in none of the encodings
   */
  public static Decoded decode(byte[] bytes) {
    if (bytes.length == 0) {
      throw new UnreadableFileException(Fault.EMPTY, "the file is empty");
    }
    for (TextEncoding marked : new TextEncoding[] {UTF_8_BOM, UTF_16LE, UTF_16BE}) {
      if (marked.isMarkedIn(bytes)) {
        return new Decoded(marked.require(bytes, marked.mark.length()), marked);
      }
    }
    Optional<TextEncoding> wide = findUnmarkedUtf16(bytes);
    if (wide.isPresent()) {
      return new Decoded(wide.get().require(bytes, 0), wide.get());
    }
    return UTF_8
        .find(bytes, 0)
        .map(text -> new Decoded(text, UTF_8))
        .orElseGet(() -> new Decoded(CP932.require(bytes, 0), CP932));
  }

  /** Returns the charset. */
  public Charset charset() {
    return charset;
  }

  /** Encodes a text, with the mark where the encoding has one. */
  public byte[] encode(String text) {
    byte[] first = mark.getBytes(StandardCharsets.ISO_8859_1);
    byte[] body = text.getBytes(charset);
    byte[] all = Arrays.copyOf(first, first.length + body.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    return all;
  }

  private boolean isMarkedIn(byte[] bytes) {
    if (bytes.length < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if ((bytes[i] & 0xff) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Digits, commas and line ends of a table are below 128: every second byte of theirs is zero. */
  private static Optional<TextEncoding> findUnmarkedUtf16(byte[] bytes) {
    int even = 0;
    int odd = 0;
    int length = Math.min(bytes.length, LOOKED_AT);
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    if (even + odd < length / 20 + 1 || bytes.length % 2 != 0) {
      return Optional.empty();
    }
    return Optional.of(odd > even ? UTF_16LE : UTF_16BE);
  }

  private String require(byte[] bytes, int from) {
    return find(bytes, from)
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    Fault.ENCODING_UNKNOWN,
                    "the bytes are text neither in UTF-8 nor in UTF-16 nor in CP932 (Shift_JIS);"
                        + " save the file as \"CSV UTF-8\" and try again"));
  }

  private Optional<String> find(byte[] bytes, int from) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
