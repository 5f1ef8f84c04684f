package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the template of the page of open data writes.
 *
 * @param words those that do not depend on what is known
 * @param none said where there is nothing to publish
 * @param nowFiles files that change as things happen
 */
record OpenDataModel(
    String lang,
    String title,
    boolean drill,
    String home,
    String what,
    String checked,
    Map<String, String> words,
    List<Choice> languages,
    Optional<String> none,
    List<File> files,
    String nowTitle,
    List<File> nowFiles,
    String sourcesTitle,
    List<Source> sources) {

  /** A link. */
  record Choice(String lang, String text, String link, boolean current) {}

  /** A file to keep. */
  record File(String link, String text, String lines) {}

  /** A list the data come from. */
  record Source(String name, String source, String edition, String licence) {}

  /** Tells the template whether there are sources. */
  boolean hasSources() {
    return !sources.isEmpty();
  }
}
