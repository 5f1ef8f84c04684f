package jp.noroshi.opsconsole.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What the hub says to staff, one file per language: {@code texts_<language>.properties} beside
 * this class. Immutable.
 */
final class Texts {

  private static final Map<Language, Texts> LOADED = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      LOADED.put(language, new Texts(load(language)));
    }
  }

  private final Properties texts;

  private Texts(Properties texts) {
    this.texts = texts;
  }

  static Texts in(Language language) {
    return LOADED.get(language);
  }

  /**
   * Returns a text, its slots {@code {name}} filled.
   *
   * @throws IllegalStateException when there is none: a test checks that there always is
   */
  String get(String key, Map<String, ?> slots) {
    return find(key, slots).orElseThrow(() -> new IllegalStateException("no text for " + key));
  }

  /** Returns a text without slots. */
  String get(String key) {
    return get(key, Map.of());
  }

  Optional<String> find(String key, Map<String, ?> slots) {
    return Optional.ofNullable(texts.getProperty(key)).map(text -> fill(text, slots));
  }

  Set<String> keys() {
    return texts.stringPropertyNames();
  }

  private static String fill(String text, Map<String, ?> slots) {
    String filled = text;
    for (Map.Entry<String, ?> slot : slots.entrySet()) {
      filled = filled.replace("{" + slot.getKey() + "}", String.valueOf(slot.getValue()));
    }
    return filled;
  }

  private static Properties load(Language language) {
    String file = "texts_" + language.tag() + ".properties";
    try (InputStream stream = Texts.class.getResourceAsStream(file)) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
