package jp.noroshi.core.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;

/** What goes out on one medium in one language, complete and final, the drill mark included. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Rendering.Line.class, name = "line"),
  @JsonSubTypes.Type(value = Rendering.Push.class, name = "push"),
  @JsonSubTypes.Type(value = Rendering.Web.class, name = "web"),
  @JsonSubTypes.Type(value = Rendering.Radio.class, name = "radio"),
  @JsonSubTypes.Type(value = Rendering.Voice.class, name = "voice")
})
public sealed interface Rendering {

  /** Returns the mode whose mark it carries. */
  Mode mode();

  /** Returns the language, BCP 47. */
  String language();

  /**
   * A LINE Flex message.
   *
   * @param altText what notifications and screen readers show, at most 1,500 characters
   * @param link the page with more, absolute
   * @param choices buttons by which the reader answers; none in what goes to many
   * @param inReplyTo what the reader just did in the talk; empty = they did nothing
   */
  record Line(
      Mode mode,
      String language,
      Hazard hazard,
      Optional<AlertLevel> level,
      String title,
      String body,
      String altText,
      String link,
      List<Choice> choices,
      Optional<ReplyToken> inReplyTo)
      implements Rendering {

    /** Copies the list; what was stored before there were choices and replies has none. */
    public Line {
      choices = choices == null ? List.of() : List.copyOf(choices);
      inReplyTo = inReplyTo == null ? Optional.empty() : inReplyTo;
    }

    /** A message nobody answers. */
    public Line(
        Mode mode,
        String language,
        Hazard hazard,
        Optional<AlertLevel> level,
        String title,
        String body,
        String altText,
        String link) {
      this(mode, language, hazard, level, title, body, altText, link, List.of(), Optional.empty());
    }

    /** Returns the same with a page and buttons of its own. */
    public Line asking(String page, List<Choice> buttons) {
      return new Line(
          mode, language, hazard, level, title, body, altText, page, buttons, inReplyTo);
    }

    /** Returns the same as an answer in the talk, where there is something to answer. */
    public Line replying(Optional<ReplyToken> token) {
      return new Line(mode, language, hazard, level, title, body, altText, link, choices, token);
    }

    /**
     * A button.
     *
     * @param label what stands on it, at most 20 characters
     * @param data what LINE sends back when it is pressed, at most 300 characters
     */
    public record Choice(String label, String data) {}
  }

  /**
   * A push notification.
   *
   * @param collapseId notifications of one thread replace each other on the phone, at most 64 bytes
   * @param urgent wakes the phone
   * @param link the page with more, absolute
   * @param expiresAt after this the provider shall not deliver
   */
  record Push(
      Mode mode,
      String language,
      Hazard hazard,
      Optional<AlertLevel> level,
      String title,
      String body,
      String collapseId,
      boolean urgent,
      String link,
      Instant expiresAt)
      implements Rendering {

    /** Returns the same with a page of its own, in a place of its own on the phone. */
    public Push asking(String page, String collapse) {
      return new Push(
          mode, language, hazard, level, title, body, collapse, urgent, page, expiresAt);
    }
  }

  /**
   * A notice on the residents' page.
   *
   * @param areas codes of the districts it is for; empty = the whole municipality
   * @param expiresAt after this the page does not show it any more
   */
  record Web(
      Mode mode,
      String language,
      Hazard hazard,
      Optional<AlertLevel> level,
      String title,
      String body,
      List<String> areas,
      Instant expiresAt)
      implements Rendering {}

  /**
   * A job for the master station (親局).
   *
   * @param priority its place among other jobs
   * @param groups calling groups; empty = all stations
   * @param parts what is heard, in order
   * @param repeatSpeech how often the speech parts are read, 1 to 3
   * @param display the short form for text boards, at most 50 characters
   * @param expiresAt after this it must not go on air
   */
  record Radio(
      Mode mode,
      String language,
      Priority priority,
      List<String> groups,
      List<Part> parts,
      int repeatSpeech,
      String display,
      Instant expiresAt)
      implements Rendering {

    /** Copies the lists. */
    public Radio {
      groups = List.copyOf(groups);
      parts = List.copyOf(parts);
    }

    /** Tells whether a siren is in it: such a job is never repeated by guess. */
    public boolean hasSiren() {
      return parts.stream().anyMatch(Part.Siren.class::isInstance);
    }

    /** Priority at the master station. */
    public enum Priority {
      /** 緊急一斉. */
      EMERGENCY,
      /** 火災 and the like. */
      PRIORITY,
      /** 一般. */
      NORMAL,
      /** 定時. */
      SCHEDULED
    }

    /** What is heard. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
    @JsonSubTypes({
      @JsonSubTypes.Type(value = Part.Chime.class, name = "chime"),
      @JsonSubTypes.Type(value = Part.Siren.class, name = "siren"),
      @JsonSubTypes.Type(value = Part.Pause.class, name = "pause"),
      @JsonSubTypes.Type(value = Part.Speech.class, name = "speech")
    })
    public sealed interface Part {
      /** The chime, up (opening) or down (closing). */
      record Chime(boolean opening) implements Part {}

      /**
       * A legal siren signal.
       *
       * @param code a code of the site's siren table (domain: tsunami_warning, fire_near, flood_4
       *     …)
       * @param repeats how often the pattern sounds
       */
      record Siren(String code, int repeats) implements Part {}

      /** Silence, milliseconds. */
      record Pause(int milliseconds) implements Part {}

      /** Speech with its reading: place names are misread without kana. */
      record Speech(String text, String kana, String language) implements Part {}
    }
  }

  /**
   * What is said on the telephone.
   *
   * @param text as it is written
   * @param kana the same as it is read: place names are misread without kana
   * @param answer where the pressed key and the end of the call are handed in, absolute; empty =
   *     nothing is asked
   */
  record Voice(Mode mode, String language, String text, String kana, Optional<String> answer)
      implements Rendering {

    /** Returns the same as a question. */
    public Voice asking(String address) {
      return new Voice(mode, language, text, kana, Optional.of(address));
    }
  }
}
