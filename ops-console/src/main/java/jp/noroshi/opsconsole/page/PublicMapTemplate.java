package jp.noroshi.opsconsole.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;

/**
 * The template of the public map. Its script and the map's worker come from this hub. Thread-safe.
 */
final class PublicMapTemplate {

  private final Template page =
      Mustache.compiler()
          .escapeHTML(true)
          .withCollector(new OptionalsAsLists())
          .withLoader(name -> new StringReader(PageTemplates.text(name)))
          .compile(PageTemplates.text("map.html"));

  private final String policy =
      "default-src 'none'; connect-src 'self'; img-src 'self' data: blob:; style-src 'self' '%s' '%s'; script-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          .formatted(PageTemplates.hash("page.css"), PageTemplates.hash("map.css"));

  /** Returns the content security policy: this style, the console's own files, nothing else. */
  String policy() {
    return policy;
  }

  String write(PublicMapModel model) {
    return page.execute(model);
  }
}
