package jp.noroshi.core.intake.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.UnreadableException;

/**
 * The encoding of an XML document by its byte order mark and its declaration, which must agree (XML
 * 1.0, appendix F).
 *
 * @param charset what the bytes are read as
 * @param markLength bytes of the byte order mark
 */
record XmlEncoding(Charset charset, int markLength) {
  private static final int DECLARATION_LENGTH = 256;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");

  static XmlEncoding of(byte[] bytes) throws UnreadableException {
    XmlEncoding guessed = guess(bytes);
    Optional<String> declared = guessed.findDeclared(bytes);
    return declared.isEmpty() ? guessed : guessed.agreeWith(declared.get());
  }

  private static XmlEncoding guess(byte[] bytes) {
    int first = pair(bytes, 0);
    if (first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF) {
      return new XmlEncoding(UTF_8, 3);
    }
    return switch (first) {
      case 0xFEFF -> new XmlEncoding(UTF_16BE, 2);
      case 0xFFFE -> new XmlEncoding(UTF_16LE, 2);
      case 0x003C -> new XmlEncoding(UTF_16BE, 0);
      case 0x3C00 -> new XmlEncoding(UTF_16LE, 0);
      default -> new XmlEncoding(UTF_8, 0);
    };
  }

  private static int pair(byte[] bytes, int at) {
    return bytes.length < at + 2 ? -1 : (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private Optional<String> findDeclared(byte[] bytes) {
    Charset ascii = charset.equals(UTF_8) ? ISO_8859_1 : charset;
    int length = Math.min(bytes.length - markLength, DECLARATION_LENGTH);
    Matcher declaration = DECLARED.matcher(new String(bytes, markLength, length, ascii));
    return declaration.find() ? Optional.of(declaration.group(1)) : Optional.empty();
  }

  private XmlEncoding agreeWith(String declared) throws UnreadableException {
    boolean declaresUtf16 = declared.toUpperCase(Locale.ROOT).startsWith("UTF-16");
    boolean certain = markLength > 0 || !charset.equals(UTF_8);
    Charset named = named(declared);
    if (declaresUtf16 ? charset.equals(UTF_8) : certain && !charset.equals(named)) {
      throw wrong(UnreadableException.quote(declared) + "と宣言されていますが、実際の文字コードと違います。");
    }
    return declaresUtf16 ? this : new XmlEncoding(named, markLength);
  }

  private static Charset named(String declared) throws UnreadableException {
    try {
      return Charset.forName(declared);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw wrong("文字コード" + UnreadableException.quote(declared) + "には対応していません。");
    }
  }

  boolean isUtf8() {
    return charset.equals(UTF_8);
  }

  /**
   * Decodes everything after the byte order mark; what cannot be decoded is refused, not replaced.
   */
  Reader decode(byte[] bytes) throws UnreadableException {
    try {
      CharBuffer chars =
          charset
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, markLength, bytes.length - markLength));
      return new CharArrayReader(chars.array(), chars.arrayOffset(), chars.remaining());
    } catch (CharacterCodingException e) {
      throw wrong("宣言された文字コード(" + charset.name() + ")として読めない文字があります。");
    }
  }

  private static UnreadableException wrong(String detail) {
    return new UnreadableException(Refusal.WRONG_ENCODING, detail);
  }
}
