package jp.noroshi.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.noroshi.core.delivery.Medium;

/**
 * Writes the texts of a draft in every language: the same words on every screen, and what the radio
 * says in the languages it speaks. Thread-safe.
 *
 * @param templates the texts
 */
public record TextWriter(MessageTemplates templates) {

  /**
   * Writes a text for all media, so that one added later has its words.
   *
   * @param key the text
   * @param slots what fills it, by language
   */
  public List<DraftText> write(String key, Function<String, Map<String, Object>> slots) {
    List<DraftText> texts = new ArrayList<>();
    for (String language : templates.languages()) {
      MessageTemplates.Written written = templates.write(key, language, slots.apply(language));
      for (Medium medium : List.of(Medium.LINE, Medium.FCM, Medium.WEB)) {
        texts.add(new DraftText(medium, language, written.title(), written.body()));
      }
      written
          .radio()
          .ifPresent(
              radio -> texts.add(new DraftText(Medium.RADIO, language, written.title(), radio)));
    }
    return texts;
  }

  /** Uses an officer's own words, which are in the main language, on all media. */
  public List<DraftText> inOwnWords(String title, String body) {
    String language = templates.languages().getFirst();
    return List.of(Medium.values()).stream()
        .map(medium -> new DraftText(medium, language, title.strip(), body.strip()))
        .toList();
  }
}
