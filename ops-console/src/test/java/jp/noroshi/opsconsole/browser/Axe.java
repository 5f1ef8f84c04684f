package jp.noroshi.opsconsole.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import jp.noroshi.core.config.ProjectFiles;

/** The axe-core checker of accessibility, as the console's own build brings it. */
final class Axe {

  private static final String SCRIPT = script();

  private static final String CHECK =
      """
      async () => {
        const { violations } = await axe.run(document);
        return violations.flatMap(({ id, help, nodes }) =>
          nodes.map((node) => `${id}: ${help}: ${node.html} ${node.failureSummary}`));
      }
      """;

  private Axe() {}

  /** Expects that axe finds nothing on the page as it is now. */
  static void expectNothingOn(Page page) {
    if (Boolean.TRUE.equals(page.evaluate("typeof axe === 'undefined'"))) {
      page.evaluate(SCRIPT);
    }
    List<?> found = (List<?>) page.evaluate(CHECK);
    assertThat(found).as("what axe found on %s", page.url()).isEmpty();
  }

  private static String script() {
    try {
      return Files.readString(
          ProjectFiles.find("ops-console/web/node_modules/axe-core/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException("axe-core comes with the console's build", e);
    }
  }
}
