package jp.noroshi.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.Shape;

/**
 * Builds alerts for tests. Without further words: an actual level-4 landslide alert of 静岡地方気象台, to
 * be given areas with {@link #area} or {@link #kind}.
 */
public final class AlertBuilder {
  /** 伊豆の国市, all of it, as JMA writes it. */
  public static final String IZUNOKUNI = "2222500";

  /** The layer JMA gives to municipalities. */
  public static final String MUNICIPAL_LAYER = "気象警報・注意報（市町村等）";

  /** When the first alert of a test is sent. */
  public static final Instant NINE_O_CLOCK = Instant.parse("2026-08-13T00:00:00Z");

  private final List<AlertArea> areas = new ArrayList<>();
  private final List<AlertReference> references = new ArrayList<>();
  private final List<Alert.Restriction> restrictions = new ArrayList<>();
  private AlertFormat format = AlertFormat.JMA_XML;
  private String telegramType = "VPWW56";
  private AlertStatus status = AlertStatus.ACTUAL;
  private MessageType messageType = MessageType.ALERT;
  private Optional<String> identifier = Optional.empty();
  private String serial = "";
  private String sender = "静岡地方気象台";
  private Instant sent = NINE_O_CLOCK;
  private Optional<Instant> written = Optional.empty();
  private String stream = "VPWW56/220000";
  private String event = "静岡県土砂災害警報・注意報";
  private String headline = "伊豆では、土砂災害に厳重に警戒してください。";
  private String description = "";
  private Optional<Instant> expires = Optional.empty();
  private Optional<Threat> threat = Optional.empty();

  private AlertBuilder() {}

  /** Begins an alert. */
  public static AlertBuilder anAlert() {
    return new AlertBuilder();
  }

  /** An alert that says レベル４土砂災害危険警報 (発表) of 伊豆の国市. */
  public static AlertBuilder aLandslideAlert() {
    return anAlert().kind(landslideLevelFour(KindState.ISSUED));
  }

  /** レベル４土砂災害危険警報. */
  public static AlertKind landslideLevelFour(KindState state) {
    return new AlertKind(
        "49", "レベル４土砂災害危険警報", Hazard.LANDSLIDE, Optional.of(AlertLevel.FOUR), state);
  }

  /** レベル３土砂災害警報. */
  public static AlertKind landslideLevelThree(KindState state) {
    return new AlertKind(
        "09", "レベル３土砂災害警報", Hazard.LANDSLIDE, Optional.of(AlertLevel.THREE), state);
  }

  /** レベル２土砂災害注意報. */
  public static AlertKind landslideLevelTwo(KindState state) {
    return new AlertKind("29", "レベル２土砂災害注意報", Hazard.LANDSLIDE, Optional.of(AlertLevel.TWO), state);
  }

  /** 発表警報・注意報はなし. */
  public static AlertKind nothing(Hazard hazard) {
    return new AlertKind("", "", hazard, Optional.empty(), KindState.NONE);
  }

  /** A kind of a hazard without numbered levels. */
  public static AlertKind unlevelled(String code, String name, Hazard hazard, KindState state) {
    return new AlertKind(code, name, hazard, Optional.empty(), state);
  }

  /** Sets how it was written. */
  public AlertBuilder format(AlertFormat value) {
    format = value;
    return this;
  }

  /** Sets the telegram type. */
  public AlertBuilder telegram(String value) {
    telegramType = value;
    return this;
  }

  /** Sets the status. */
  public AlertBuilder status(AlertStatus value) {
    status = value;
    return this;
  }

  /** Sets the message type. */
  public AlertBuilder messageType(MessageType value) {
    messageType = value;
    return this;
  }

  /** Sets the identifier; without it stream and time sent make one. */
  public AlertBuilder identifier(String value) {
    identifier = Optional.of(value);
    return this;
  }

  /** Sets the serial. */
  public AlertBuilder serial(String value) {
    serial = value;
    return this;
  }

  /** Sets the sender. */
  public AlertBuilder sender(String value) {
    sender = value;
    return this;
  }

  /** Sets the official time. */
  public AlertBuilder sent(Instant value) {
    sent = value;
    return this;
  }

  /** Sets the official time to so much after {@link #NINE_O_CLOCK}. */
  public AlertBuilder sentAfter(Duration value) {
    return sent(NINE_O_CLOCK.plus(value));
  }

  /** Sets when the message itself was made; without it the official time. */
  public AlertBuilder written(Instant value) {
    written = Optional.of(value);
    return this;
  }

  /** Sets the stream. */
  public AlertBuilder stream(String value) {
    stream = value;
    return this;
  }

  /** Sets the event. */
  public AlertBuilder event(String value) {
    event = value;
    return this;
  }

  /** Sets the headline. */
  public AlertBuilder headline(String value) {
    headline = value;
    return this;
  }

  /** Sets the text. */
  public AlertBuilder description(String value) {
    description = value;
    return this;
  }

  /** Sets when it ends. */
  public AlertBuilder expires(Instant value) {
    expires = Optional.of(value);
    return this;
  }

  /** Sets the sender's rating. */
  public AlertBuilder threat(Threat value) {
    threat = Optional.of(value);
    return this;
  }

  /** Adds an area. */
  public AlertBuilder area(AlertArea value) {
    areas.add(value);
    return this;
  }

  /** Adds an area of the municipal layer. */
  public AlertBuilder municipal(String code, String name, AlertKind... kinds) {
    return area(
        new AlertArea(
            MUNICIPAL_LAYER,
            true,
            Optional.of(new AreaCode(code)),
            name,
            List.of(kinds),
            List.of()));
  }

  /** Adds an area wider than a municipality. */
  public AlertBuilder wider(String code, String name, AlertKind... kinds) {
    return area(
        new AlertArea("", false, Optional.of(new AreaCode(code)), name, List.of(kinds), List.of()));
  }

  /** Adds an area that is only drawn. */
  public AlertBuilder drawn(String name, Shape shape, AlertKind... kinds) {
    return area(new AlertArea("", false, Optional.empty(), name, List.of(kinds), List.of(shape)));
  }

  /** Says these kinds of 伊豆の国市. */
  public AlertBuilder kind(AlertKind... kinds) {
    return municipal(IZUNOKUNI, "伊豆の国市", kinds);
  }

  /** Adds an earlier message this one updates or cancels. */
  public AlertBuilder references(AlertReference value) {
    references.add(value);
    return this;
  }

  /** Adds a reason why it may not be used for the public. */
  public AlertBuilder restriction(Alert.Restriction value) {
    restrictions.add(value);
    return this;
  }

  /** Makes the alert. */
  public Alert build() {
    return new Alert(
        format,
        telegramType,
        status,
        messageType,
        identifier.orElseGet(() -> stream + "/" + sent),
        serial,
        sender,
        sent,
        written.orElse(sent),
        stream,
        event,
        headline,
        description,
        expires,
        areas,
        references,
        restrictions,
        threat,
        List.of());
  }
}
