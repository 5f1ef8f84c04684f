package jp.noroshi.core.intake.fire;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.place.AreaCode;

/** Checks the fields of a fire notice and makes the notice. */
record FireFields(Map<String, Object> fields) {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "status",
          "sender",
          "time",
          "place",
          "areaCode",
          "landmark",
          "kind",
          "phase",
          "confirmed");

  private static final int MAX_LENGTH = 100;

  /** 「12番」「3番地」「1-2-3」 are finer than 丁目; 「六番町」 and 「国道136号」 are places. */
  private static final Pattern HOUSE_NUMBER =
      Pattern.compile("[0-9０-９一二三四五六七八九十百]番(?![町丁])|[0-9０-９]\\s*[-－‐−]\\s*[0-9０-９]");

  FireNotice toNotice() throws UnreadableException {
    for (String name : fields.keySet()) {
      if (!KNOWN.contains(name)) {
        throw breaksTheFormat("火災情報に" + quote(name) + "という項目はありません。");
      }
    }
    return new FireNotice(
        text("id"),
        status(text("status")),
        text("sender"),
        time(text("time")),
        place(text("place")),
        areaCode(),
        fields.containsKey("landmark") ? text("landmark") : "",
        kind(text("kind")),
        phase(text("phase")),
        confirmed());
  }

  private String text(String name) throws UnreadableException {
    return switch (fields.get(name)) {
      case null -> throw breaksTheFormat("火災情報に必須の「" + name + "」がありません。");
      case String text when text.isEmpty() -> throw breaksTheFormat("火災情報の「" + name + "」が空です。");
      case String text when text.length() > MAX_LENGTH ->
          throw breaksTheFormat("火災情報の「" + name + "」は" + MAX_LENGTH + "文字までです。");
      case String text -> text;
      default -> throw breaksTheFormat("火災情報の「" + name + "」は文字列にしてください。");
    };
  }

  private boolean confirmed() throws UnreadableException {
    if (fields.get("confirmed") instanceof Boolean confirmed) {
      return confirmed;
    }
    throw breaksTheFormat("火災情報の「confirmed」は true か false にしてください。");
  }

  private static AlertStatus status(String value) throws UnreadableException {
    return switch (value) {
      case "actual" -> AlertStatus.ACTUAL;
      case "exercise" -> AlertStatus.EXERCISE;
      case "test" -> AlertStatus.TEST;
      default ->
          throw breaksTheFormat("status" + quote(value) + "は actual・exercise・test のどれかにしてください。");
    };
  }

  private static OffsetDateTime time(String value) throws UnreadableException {
    try {
      return OffsetDateTime.parse(value);
    } catch (DateTimeException e) {
      throw breaksTheFormat(
          "time" + quote(value) + "は時差つきの日時にしてください(例: 2026-08-13T20:01:00+09:00)。");
    }
  }

  private static String place(String value) throws UnreadableException {
    if (HOUSE_NUMBER.matcher(value).find()) {
      throw breaksTheFormat("place は丁目までにしてください。番地・号は家を特定してしまいます。");
    }
    return value;
  }

  private Optional<AreaCode> areaCode() throws UnreadableException {
    if (!fields.containsKey("areaCode")) {
      return Optional.empty();
    }
    try {
      return Optional.of(new AreaCode(text("areaCode")));
    } catch (IllegalArgumentException e) {
      throw breaksTheFormat("areaCode" + quote(text("areaCode")) + "は正しくありません。");
    }
  }

  private static FireNotice.Kind kind(String value) throws UnreadableException {
    for (FireNotice.Kind kind : FireNotice.Kind.values()) {
      if (kind.japanese().equals(value)) {
        return kind;
      }
    }
    throw breaksTheFormat("kind" + quote(value) + "は建物・林野・車両・その他のどれかにしてください。");
  }

  private static FireNotice.Phase phase(String value) throws UnreadableException {
    for (FireNotice.Phase phase : FireNotice.Phase.values()) {
      if (phase.japanese().equals(value)) {
        return phase;
      }
    }
    throw breaksTheFormat("phase" + quote(value) + "は発生・鎮圧・鎮火・誤報のどれかにしてください。");
  }
}
