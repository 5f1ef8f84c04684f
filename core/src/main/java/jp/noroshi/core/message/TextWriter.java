package jp.noroshi.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the texts of a draft in every language: the same words on every screen, and what the radio
 * says in the languages it speaks. Thread-safe.
 *
 * @param templates the texts
 */
public record TextWriter(MessageTemplates templates) {

  /**
   * Writes a text for all media, so that one added later has its words. What others send may be of
   * any length: it is shortened rather than lost.
   *
   * @param key the text
   * @param slots what fills it, by language
   */
  public List<DraftText> write(String key, Function<String, Map<String, Object>> slots) {
    List<DraftText> texts = new ArrayList<>();
    for (String language : templates.languages()) {
      MessageTemplates.Written written = templates.write(key, language, slots.apply(language));
      for (Medium medium : List.of(Medium.LINE, Medium.FCM, Medium.WEB)) {
        texts.add(fitting(medium, language, written.title(), written.body()));
      }
      written
          .radio()
          .ifPresent(radio -> texts.add(fitting(Medium.RADIO, language, written.title(), radio)));
    }
    return texts;
  }

  /** Relays words that came from elsewhere in the main language, shortened if need be. */
  public List<DraftText> relay(String title, String body) {
    return inOwnWords(title, body).stream()
        .map(text -> fitting(text.medium(), text.language(), text.title(), text.body()))
        .toList();
  }

  /** Uses an officer's own words, which are in the main language, on all media. */
  public List<DraftText> inOwnWords(String title, String body) {
    String language = templates.languages().getFirst();
    return Medium.FOR_MANY.stream()
        .map(medium -> new DraftText(medium, language, title.strip(), body.strip()))
        .toList();
  }

  private static DraftText fitting(Medium medium, String language, String title, String body) {
    return new DraftText(
        medium,
        language,
        Clip.toLength(title, DraftText.LONGEST_TITLE, "…"),
        Clip.toLength(body.isBlank() ? title : body, DraftText.LONGEST_BODY, "…"));
  }
}
