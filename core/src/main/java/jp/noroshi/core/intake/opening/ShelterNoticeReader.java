package jp.noroshi.core.intake.opening;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.place.AreaCode;

/**
 * Reads news about shelters: one JSON object in UTF-8 with exactly these fields, {@code type} the
 * first of them. Thread-safe.
 *
 * <pre>{@code
 * {
 *   "type": "shelter-opening",
 *   "id": "0d9c…",                        // never used twice
 *   "status": "exercise",                 // actual or exercise
 *   "sender": "伊豆の国市",
 *   "time": "2026-09-01T09:00:00Z",
 *   "areaCode": "22225",
 *   "news": "opened",                     // opened, full, room, closing, closed or corrected
 *   "shelters": ["長岡若葉小学校"]
 * }
 * }</pre>
 */
public final class ShelterNoticeReader {

  private static final Set<String> FIELDS =
      Set.of("type", "id", "status", "sender", "time", "areaCode", "news", "shelters");
  private static final int MOST_SHELTERS = 1_000;
  private static final int LONGEST_TEXT = 200;

  private final JsonFactory json = new JsonFactory();
  private final ObjectMapper strict =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Tells by the first field whether the bytes mean to be news about shelters. */
  public boolean understands(byte[] bytes) {
    try (JsonParser in = json.createParser(bytes)) {
      return in.nextToken() == JsonToken.START_OBJECT
          && "type".equals(in.nextFieldName())
          && ShelterNotice.TELEGRAM_TYPE.equals(in.nextTextValue());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads one notice.
   *
   * @throws UnreadableException when it is not a notice of this form
   */
  public Reading read(byte[] bytes) throws UnreadableException {
    JsonNode root = tree(bytes);
    for (String name : (Iterable<String>) root::fieldNames) {
      if (!FIELDS.contains(name)) {
        throw breaksTheFormat("避難所の情報に" + quote(name) + "という項目はありません。");
      }
    }
    return new Reading.Read(
        new ShelterNotice(
                field(root, "id"),
                mode(field(root, "status")),
                field(root, "sender"),
                time(field(root, "time")),
                areaCode(field(root, "areaCode")),
                news(field(root, "news")),
                names(root.path("shelters")))
            .toAlert());
  }

  private JsonNode tree(byte[] bytes) throws UnreadableException {
    try {
      return strict.readTree(bytes);
    } catch (IOException e) {
      throw new UnreadableException(Refusal.BROKEN_JSON, "JSON として正しくありません。");
    }
  }

  private static String field(JsonNode root, String name) throws UnreadableException {
    return text(root.path(name), name);
  }

  private static String text(JsonNode value, String field) throws UnreadableException {
    String text = value.isTextual() ? value.textValue().strip() : "";
    if (text.isEmpty() || text.length() > LONGEST_TEXT) {
      throw breaksTheFormat("避難所の情報の「" + field + "」は1文字から" + LONGEST_TEXT + "文字の文字列にしてください。");
    }
    return text;
  }

  private static Mode mode(String status) throws UnreadableException {
    return switch (status) {
      case "actual" -> Mode.LIVE;
      case "exercise" -> Mode.DRILL;
      default -> throw breaksTheFormat("status" + quote(status) + "は actual・exercise のどれかにしてください。");
    };
  }

  private static Instant time(String value) throws UnreadableException {
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw breaksTheFormat("time" + quote(value) + "は日時にしてください(例: 2026-09-01T09:00:00Z)。");
    }
  }

  private static AreaCode areaCode(String value) throws UnreadableException {
    try {
      return new AreaCode(value);
    } catch (IllegalArgumentException e) {
      throw breaksTheFormat("areaCode" + quote(value) + "は正しくありません。");
    }
  }

  private static ShelterNews news(String code) throws UnreadableException {
    return ShelterNews.find(code)
        .orElseThrow(
            () ->
                breaksTheFormat(
                    "news"
                        + quote(code)
                        + "は opened・full・room・closing・closed・corrected のどれかにしてください。"));
  }

  private static List<String> names(JsonNode shelters) throws UnreadableException {
    if (!shelters.isArray() || shelters.isEmpty() || shelters.size() > MOST_SHELTERS) {
      throw breaksTheFormat("shelters は1か所から" + MOST_SHELTERS + "か所の名前の一覧にしてください。");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode shelter : shelters) {
      names.add(text(shelter, "shelters"));
    }
    return names;
  }
}
