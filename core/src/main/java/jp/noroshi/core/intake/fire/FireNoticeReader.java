package jp.noroshi.core.intake.fire;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.UnreadableException;

/**
 * Reads a fire notice: one JSON object in UTF-8 with exactly these fields. Thread-safe.
 *
 * <pre>{@code
 * {
 *   "id": "F2026-0813",                   // the incident: the same in all its notices
 *   "status": "actual",                   // actual, exercise or test
 *   "sender": "伊豆の国市消防指令センター",
 *   "time": "2026-08-13T20:01:00+09:00",  // when it broke out, was under control, was out
 *   "place": "長岡一丁目",                 // 丁目 at the most: a house number would name a household
 *   "areaCode": "22225",                  // may be left out
 *   "landmark": "長岡小学校",              // may be left out
 *   "kind": "建物",                        // 建物, 林野, 車両 or その他
 *   "phase": "発生",                       // 発生, 鎮圧, 鎮火 or 誤報
 *   "confirmed": true                     // seen on the spot
 * }
 * }</pre>
 *
 * <p>Anything else is refused, because a field that is misspelled would otherwise be a field that
 * is missing without anybody knowing. 鎮火 lifts the alert, 誤報 cancels it.
 */
public final class FireNoticeReader {
  private final JsonFactory json =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Reads one notice.
   *
   * @throws UnreadableException when it is not a notice of this form
   */
  public Reading read(byte[] bytes) throws UnreadableException {
    FireNotice notice = new FireFields(fields(decode(bytes))).toNotice();
    return new Reading.Read(new FireAlert(notice).toAlert());
  }

  private static String decode(byte[] bytes) throws UnreadableException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableException(Refusal.WRONG_ENCODING, "JSON は UTF-8 で送ってください。");
    }
  }

  /** Reads the flat object; values are text or true and false. */
  private Map<String, Object> fields(String text) throws UnreadableException {
    Map<String, Object> fields = new LinkedHashMap<>();
    try (JsonParser in = json.createParser(text)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        fields.put(name, value(name, in));
      }
      if (in.nextToken() != null) {
        throw new UnreadableException(Refusal.BROKEN_JSON, "JSON の後に余分な文字があります。");
      }
      return fields;
    } catch (IOException e) {
      throw new UnreadableException(Refusal.BROKEN_JSON, "JSON として正しくありません。");
    }
  }

  private static Object value(String name, JsonParser in) throws IOException, UnreadableException {
    return switch (in.nextToken()) {
      case VALUE_STRING -> in.getText().strip();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default ->
          throw breaksTheFormat("火災情報の" + quote(name) + "の値は文字列か true/false にしてください。");
    };
  }
}
