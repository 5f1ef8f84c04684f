package jp.noroshi.shelters.talk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.delivery.DispatchFacts;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.MessageFacts;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.message.Rendering.Line.Choice;
import jp.noroshi.core.message.ReplyToken;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.shelters.talk.AddressBook.Address;
import org.jdbi.v3.core.Handle;

/**
 * Writes to one address at a time. Everything goes through the durable outbox, in the caller's
 * transaction, and carries the mark of a drill. Thread-safe.
 */
final class PersonalMail {

  private final TaskMessages.Parts parts;

  PersonalMail(TaskMessages.Parts parts) {
    this.parts = parts;
  }

  /**
   * What is written.
   *
   * @param title in the reader's language
   * @param body in the reader's language
   * @param areas where it is about
   * @param hazard why
   * @param subject a later letter about the same takes its place on a telephone
   * @param path of the page with more; empty = the first page
   * @param choices buttons by which the reader answers, where the medium has some
   * @param inReplyTo what the reader just did in the talk; empty = they did nothing
   */
  record Letter(
      String title,
      String body,
      List<AreaCode> areas,
      Hazard hazard,
      UUID subject,
      Optional<String> path,
      List<Choice> choices,
      Optional<ReplyToken> inReplyTo) {

    /** Says something that asks nothing. */
    static Letter plain(
        String title, String body, List<AreaCode> areas, Hazard hazard, UUID subject) {
      return new Letter(
          title, body, areas, hazard, subject, Optional.empty(), List.of(), Optional.empty());
    }

    Letter with(String page, List<Choice> buttons) {
      return new Letter(title, body, areas, hazard, subject, Optional.of(page), buttons, inReplyTo);
    }

    Letter replying(Optional<ReplyToken> token) {
      return new Letter(title, body, areas, hazard, subject, path, choices, token);
    }
  }

  /**
   * Finds the decision under which letters of a thread leave, or writes it down.
   *
   * @param title of the words in the templates
   * @param by who answers for it
   */
  DispatchFacts under(Handle handle, String thread, String title, String by) {
    Instant now = parts.clock().instant();
    return parts
        .decisions()
        .under(
            handle,
            thread,
            Hazard.OTHER,
            word(mainLanguage(), title),
            by,
            now,
            now.plus(parts.settings().tokenLasts()));
  }

  /** Finds the decision under which everything of a response is written. */
  DispatchFacts underResponse(Handle handle, UUID response) {
    String startedBy =
        handle
            .createQuery("select started_by from shelters.response where id = :id")
            .bind("id", response)
            .mapTo(String.class)
            .one();
    return under(handle, "response:" + response, "title", startedBy);
  }

  /**
   * Writes what is said within a telephone call.
   *
   * @param path where a key is handed in; empty = the call ends with it
   */
  Rendering.Voice spoken(String language, String body, Optional<String> path) {
    Instant now = parts.clock().instant();
    Rendering.Voice voice =
        (Rendering.Voice)
            parts
                .renderer()
                .render(
                    facts("", Hazard.OTHER, List.of(), now),
                    new DraftText(Medium.VOICE, language, "", body),
                    now);
    return path.map(each -> voice.asking(page(each, language))).orElse(voice);
  }

  private MessageFacts facts(
      String thread, Hazard hazard, List<AreaCode> areas, Instant expiresAt) {
    return new MessageFacts(
        parts.mode(), thread, hazard, Optional.empty(), true, areas, Optional.empty(), expiresAt);
  }

  void send(Handle handle, DispatchFacts decision, Address to, Letter letter) {
    MessageFacts facts =
        facts(decision.thread(), letter.hazard(), letter.areas(), decision.expiresAt());
    DraftText text = new DraftText(to.medium(), to.language(), letter.title(), letter.body());
    Rendering rendering = parts.renderer().render(facts, text, parts.clock().instant());
    parts
        .outbox()
        .enqueue(
            handle,
            decision,
            to.medium(),
            personal(rendering, page(letter.path().orElse("/"), to.language()), letter),
            Stream.of(to.value()),
            1);
  }

  private static Rendering personal(Rendering rendering, String page, Letter letter) {
    return switch (rendering) {
      case Rendering.Line line -> line.asking(page, letter.choices()).replying(letter.inReplyTo());
      case Rendering.Push push -> push.asking(page, letter.subject().toString());
      case Rendering.Voice voice -> letter.path().isPresent() ? voice.asking(page) : voice;
      case Rendering.Web _, Rendering.Radio _ ->
          throw new IllegalArgumentException("nobody is written to on a medium for all");
    };
  }

  private String page(String path, String language) {
    String page = parts.municipality().baseUrl().resolve(path).toString();
    if (language.equals(mainLanguage())) {
      return page;
    }
    return page + (page.contains("?") ? "&lang=" : "?lang=") + language;
  }

  String mainLanguage() {
    return parts.municipality().mainLanguage();
  }

  /** Returns a word of the response. */
  String word(String language, String key) {
    return parts.texts().word(language, "response-" + key);
  }

  /** Returns what residents call some areas. */
  String areas(List<AreaCode> areas, String language) {
    return areas.stream()
        .map(area -> parts.municipality().areaName(area, language))
        .collect(Collectors.joining(parts.texts().word(language, "list-separator")));
  }
}
