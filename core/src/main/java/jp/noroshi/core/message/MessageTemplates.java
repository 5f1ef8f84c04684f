package jp.noroshi.core.message;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.noroshi.core.config.SettingsFile;

/**
 * The texts of every message, one file per language ({@code ja.yaml}), without logic: who
 * translates needs no programmer. A language that lacks a text of the first one is refused at
 * start, and a slot nobody fills is an error instead of a hole in a warning. Immutable,
 * thread-safe.
 */
public final class MessageTemplates {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private final Map<String, Language> languages = new LinkedHashMap<>();

  private MessageTemplates(Map<String, TemplateFile> files) {
    files.forEach((language, file) -> languages.put(language, new Language(file)));
  }

  /**
   * Reads one file per language.
   *
   * @param directory where {@code <language>.yaml} are
   * @param languages BCP 47, the first is the one all others are compared with
   * @throws IllegalArgumentException when a file is missing or wrong, or a language lacks something
   */
  public static MessageTemplates load(Path directory, List<String> languages) {
    Map<String, TemplateFile> files = new LinkedHashMap<>();
    for (String language : languages) {
      files.put(
          language, SettingsFile.read(directory.resolve(language + ".yaml"), TemplateFile.class));
    }
    TemplateFile first = files.get(languages.getFirst());
    files.forEach((language, file) -> requireSameKeys(language, first, file));
    return new MessageTemplates(files);
  }

  /** Returns the languages, the main one first. */
  public List<String> languages() {
    return List.copyOf(languages.keySet());
  }

  /** Returns the languages the radio speaks. */
  public List<String> spokenLanguages() {
    return languages.keySet().stream().filter(each -> languages.get(each).file.spoken()).toList();
  }

  /** Returns what the readers of a language call it. */
  public String nameOf(String language) {
    return of(language).file.name();
  }

  /** Tells whether there is a text with this key; intake rules may only name such. */
  public boolean has(String key) {
    return languages.values().iterator().next().titles.containsKey(key);
  }

  /**
   * Returns a word.
   *
   * @throws IllegalArgumentException when there is none with this key
   */
  public String word(String language, String key) {
    return findWord(language, key)
        .orElseThrow(() -> new IllegalArgumentException("no word " + key + " in " + language));
  }

  /** Finds a word. */
  public Optional<String> findWord(String language, String key) {
    return Optional.ofNullable(of(language).file.words().get(key));
  }

  /** Writes a time of day in Japan as readers of a language say it. */
  public String time(Instant at, String language) {
    return DateTimeFormatter.ofPattern(
            word(language, "time-pattern"), Locale.forLanguageTag(language))
        .withZone(JAPAN)
        .format(at);
  }

  /**
   * Fills a text in.
   *
   * @throws IllegalArgumentException when there is no such text
   * @throws com.samskivert.mustache.MustacheException when a slot is not filled
   */
  Written write(String key, String language, Map<String, Object> slots) {
    Language texts = of(language);
    if (!texts.titles.containsKey(key)) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    return new Written(
        fill(texts.titles.get(key), slots),
        fill(texts.bodies.get(key), slots),
        Optional.ofNullable(texts.radios.get(key)).map(template -> fill(template, slots)));
  }

  /** A text with its slots filled. */
  record Written(String title, String body, Optional<String> radio) {}

  private Language of(String language) {
    Language texts = languages.get(language);
    if (texts == null) {
      throw new IllegalArgumentException("no texts in " + language);
    }
    return texts;
  }

  private static String fill(Template template, Map<String, Object> slots) {
    return template.execute(slots).strip();
  }

  private static void requireSameKeys(String language, TemplateFile first, TemplateFile file) {
    requireAll(language, "words", first.words().keySet(), file.words().keySet());
    requireAll(language, "texts", first.texts().keySet(), file.texts().keySet());
    if (file.spoken()) {
      Set<String> spoken =
          file.texts().entrySet().stream()
              .filter(text -> text.getValue().radio().isPresent())
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      requireAll(language, "radio", file.texts().keySet(), spoken);
    }
  }

  private static void requireAll(
      String language, String what, Set<String> wanted, Set<String> present) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(present);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(language + ".yaml lacks " + what + ": " + missing);
    }
  }

  /** One language, compiled. */
  private static final class Language {
    final TemplateFile file;
    final Map<String, Template> titles = new LinkedHashMap<>();
    final Map<String, Template> bodies = new LinkedHashMap<>();
    final Map<String, Template> radios = new LinkedHashMap<>();

    Language(TemplateFile file) {
      this.file = file;
      Mustache.Compiler compiler =
          Mustache.compiler()
              .escapeHTML(false)
              .emptyStringIsFalse(true)
              .withLoader(name -> new StringReader(file.parts().getOrDefault(name, "")));
      file.texts()
          .forEach(
              (key, text) -> {
                titles.put(key, compiler.compile(text.title()));
                bodies.put(key, compiler.compile(text.body()));
                text.radio().ifPresent(radio -> radios.put(key, compiler.compile(radio)));
              });
    }
  }
}
