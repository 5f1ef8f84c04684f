package jp.noroshi.core.message;

import java.util.Map;
import java.util.Optional;

/**
 * A file of texts in one language.
 *
 * @param name what its readers call the language
 * @param spoken whether the radio speaks it
 * @param words single words and sentences, by key
 * @param parts pieces shared by several texts ({@code {{>name}}}), by name
 * @param texts the texts, by key
 */
record TemplateFile(
    String name,
    boolean spoken,
    Map<String, String> words,
    Map<String, String> parts,
    Map<String, Text> texts) {

  TemplateFile {
    words = words == null ? Map.of() : Map.copyOf(words);
    parts = parts == null ? Map.of() : Map.copyOf(parts);
    texts = texts == null ? Map.of() : Map.copyOf(texts);
  }

  /**
   * One text.
   *
   * @param radio what the radio says; its first line, if it has several, is the call to attention
   *     before the speaker's name
   */
  record Text(String title, String body, Optional<String> radio) {}
}
