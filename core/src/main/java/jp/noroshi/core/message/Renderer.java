package jp.noroshi.core.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.place.AreaCode;

/**
 * Makes of a text what goes out: the drill mark, the medium's limits, the radio's order. Previews
 * and approvals both come from here, so what an officer saw is what is sent. Thread-safe.
 *
 * <p>{@code ［時刻］} in a text stands for the moment of approval and is filled in here.
 */
public final class Renderer {

  /** LINE: altText of a Flex message. */
  static final int LINE_ALT_TEXT = 1_500;

  /** LINE: one text component of a Flex message. */
  static final int LINE_BODY = 2_000;

  /** FCM allows 4,096 bytes for all of a message; link, topic and platform blocks need the rest. */
  static final int PUSH_BODY_BYTES = 2_800;

  static final int PUSH_TITLE_BYTES = 300;

  /** Our choice: the display's length differs by vendor. */
  static final int RADIO_DISPLAY = 50;

  /** Our choice: with the mark of a drill and the speaker it is read within about a minute. */
  static final int CALL_BODY = 260;

  private static final String TIME_SLOT = "［時刻］";

  private final MunicipalitySettings municipality;
  private final MessageTemplates templates;
  private final SirenTable sirens;
  private final Readings readings;

  /** Renders for a municipality with its texts and sirens. */
  public Renderer(
      MunicipalitySettings municipality, MessageTemplates templates, SirenTable sirens) {
    this.municipality = municipality;
    this.templates = templates;
    this.sirens = sirens;
    this.readings = new Readings(municipality);
  }

  /**
   * Renders one text.
   *
   * @param at the moment of approval, or now in a preview
   */
  public Rendering render(MessageFacts facts, DraftText text, Instant at) {
    String time = templates.time(at, text.language());
    String title = mark(facts, text.language()) + text.title().replace(TIME_SLOT, time).strip();
    String body = text.body().replace(TIME_SLOT, time).strip();
    return switch (text.medium()) {
      case LINE -> line(facts, text.language(), title, drillBody(facts, text.language(), body));
      case FCM -> push(facts, text.language(), title, drillBody(facts, text.language(), body));
      case WEB -> web(facts, text.language(), title, drillBody(facts, text.language(), body));
      case RADIO -> radio(facts, text.language(), title, body);
      case VOICE -> voice(facts, text.language(), body);
    };
  }

  private Rendering line(MessageFacts facts, String language, String title, String body) {
    String more = templates.word(language, "more-on-page");
    return new Rendering.Line(
        facts.mode(),
        language,
        facts.hazard(),
        facts.level(),
        title,
        Clip.toLength(body, LINE_BODY, more),
        Clip.toLength(title + "\n" + body, LINE_ALT_TEXT, more),
        link(language));
  }

  private Rendering push(MessageFacts facts, String language, String title, String body) {
    return new Rendering.Push(
        facts.mode(),
        language,
        facts.hazard(),
        facts.level(),
        Clip.toBytes(title, PUSH_TITLE_BYTES, "…"),
        Clip.toBytes(body, PUSH_BODY_BYTES, templates.word(language, "more-on-page")),
        collapseId(facts.thread()),
        facts.urgent(),
        link(language),
        facts.expiresAt());
  }

  private Rendering web(MessageFacts facts, String language, String title, String body) {
    return new Rendering.Web(
        facts.mode(),
        language,
        facts.hazard(),
        facts.level(),
        title,
        body,
        facts.areas().stream().map(AreaCode::value).toList(),
        facts.expiresAt());
  }

  private Rendering radio(MessageFacts facts, String language, String title, String body) {
    RadioScript script =
        new RadioScript(
            facts.mode(), language, readings, templates.word(language, "drill-sentence"));
    String speaker = speaker(language);
    return new Rendering.Radio(
        facts.mode(),
        language,
        priority(facts),
        groups(facts.areas()),
        script.write(siren(facts), speaker, body),
        1,
        Clip.toLength(title, RADIO_DISPLAY, "…"),
        facts.expiresAt());
  }

  /** In a drill that is the first and the last thing said: a call has no heading to look at. */
  private Rendering voice(MessageFacts facts, String language, String body) {
    String drill = facts.mode() == Mode.DRILL ? templates.word(language, "drill-sentence") : "";
    String text = drill + speaker(language) + Clip.toLength(body, CALL_BODY, "…") + drill;
    return new Rendering.Voice(facts.mode(), language, text, readings.read(text), Optional.empty());
  }

  private String speaker(String language) {
    return templates.word(language, "speaker").replace("{name}", municipality.speakerName());
  }

  private Optional<SirenTable.Signal> siren(MessageFacts facts) {
    return facts
        .siren()
        .flatMap(sirens::find)
        .filter(signal -> facts.mode() == Mode.LIVE || signal.allowedInDrills());
  }

  private static Rendering.Radio.Priority priority(MessageFacts facts) {
    if (facts.urgent()) {
      return Rendering.Radio.Priority.EMERGENCY;
    }
    boolean levelThree = facts.level().filter(AlertLevel.THREE::equals).isPresent();
    return levelThree || facts.hazard() == Hazard.FIRE
        ? Rendering.Radio.Priority.PRIORITY
        : Rendering.Radio.Priority.NORMAL;
  }

  /** Returns the calling groups of the areas; none, which calls all, if an area has no group. */
  private List<String> groups(List<AreaCode> areas) {
    List<List<String>> groups =
        areas.stream()
            .map(area -> municipality.findDistrict(area).map(each -> each.radioGroups()))
            .map(found -> found.orElse(List.of()))
            .toList();
    boolean someHaveNone = groups.stream().anyMatch(List::isEmpty);
    return someHaveNone ? List.of() : groups.stream().flatMap(List::stream).distinct().toList();
  }

  private String mark(MessageFacts facts, String language) {
    return facts.mode() == Mode.DRILL ? templates.word(language, "drill-title") : "";
  }

  private String drillBody(MessageFacts facts, String language, String body) {
    return facts.mode() == Mode.DRILL
        ? templates.word(language, "drill-sentence") + "\n" + body
        : body;
  }

  private String link(String language) {
    String page = municipality.baseUrl().toString();
    return language.equals(municipality.mainLanguage()) ? page : page + "?lang=" + language;
  }

  /** A name of its own for each thread, of one length whatever the sender calls his stream. */
  private static String collapseId(String thread) {
    return UUID.nameUUIDFromBytes(thread.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
