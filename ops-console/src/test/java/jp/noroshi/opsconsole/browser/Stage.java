package jp.noroshi.opsconsole.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A hub and a browser, started by the first test that needs them and shared by all: the tests touch
 * only what they made themselves. Register it as a static field.
 */
final class Stage implements BeforeAllCallback, AfterEachCallback {

  /** Long enough for two busy cores; nothing waits for it but what fails. */
  private static final double TIMEOUT_MILLISECONDS = 20_000;

  private static final List<Path> PLACES =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));

  /**
   * What Playwright itself leaves out (a browser hears the last list only), and the windows'
   * suggestions below the address bar: pages of the browser's own that nobody sees here, at the
   * price of a page of ours for every visitor.
   */
  private static final String LEFT_OUT =
      String.join(
          ",",
          "AvoidUnnecessaryBeforeUnloadCheckSync",
          "BlockOriginHeaderModificationOnRedirect",
          "BoundaryEventDispatchTracksNodeRemoval",
          "DestroyProfileOnBrowserClose",
          "DialMediaRouteProvider",
          "GlobalMediaControls",
          "HttpsUpgrades",
          "LensOverlay",
          "MediaRouter",
          "OptimizationHints",
          "PaintHolding",
          "ThirdPartyStoragePartitioning",
          "Translate",
          "WebUIOmniboxAimPopup",
          "WebUIOmniboxPopup");

  private static final List<String> FLAGS =
      List.of(
          "--disable-features=" + LEFT_OUT,
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-angle=swiftshader",
          "--enable-unsafe-swiftshader");

  private final Deque<Visitor> visitors = new ArrayDeque<>();
  private final Deque<Browser> ownBrowsers = new ArrayDeque<>();
  private Shared shared;

  /** Returns the hub the browser visits. */
  Drill drill() {
    return shared.drill();
  }

  /** Somebody at a desk opens a browser. */
  Visitor visitor() {
    return visitor(new Browser.NewContextOptions().setViewportSize(1280, 800));
  }

  /** Somebody opens a browser of this kind. */
  Visitor visitor(Browser.NewContextOptions kind) {
    return visitor(shared.browser(), kind);
  }

  /**
   * Somebody opens a browser of this kind whose camera sees nothing but a picture.
   *
   * @param picture a JPEG whose name ends in {@code .mjpeg}: a film of one picture
   */
  Visitor visitorSeeing(Path picture, Browser.NewContextOptions kind) {
    Browser browser =
        shared.launch(
            List.of(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + picture));
    ownBrowsers.push(browser);
    return visitor(browser, kind);
  }

  private Visitor visitor(Browser browser, Browser.NewContextOptions kind) {
    Visitor visitor = Visitor.open(browser, kind.setLocale("ja-JP"), drill(), TIMEOUT_MILLISECONDS);
    visitors.push(visitor);
    return visitor;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> chromium = PLACES.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(chromium.isPresent(), "there is no Chromium here: apt-get install chromium");
    assumeTrue(
        Stage.class.getResource("/console/index.html") != null,
        "the staff console was not built: leave -Dskip.web=true out");
    shared =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(Stage.class))
            .getOrComputeIfAbsent(
                "shared", _ -> Shared.start(chromium.orElseThrow(), context), Shared.class);
  }

  /** Whatever a test was about, nobody's browser may have complained. */
  @Override
  public void afterEach(ExtensionContext context) {
    boolean passed = context.getExecutionException().isEmpty();
    String name = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
    try {
      if (passed) {
        visitors.forEach(Visitor::expectNoComplaints);
      } else {
        visitors.forEach(
            visitor -> visitor.pictureAnyhow("failed-" + name.replaceAll("\\W+", "-")));
      }
    } finally {
      visitors.forEach(Visitor::close);
      visitors.clear();
      ownBrowsers.forEach(Browser::close);
      ownBrowsers.clear();
    }
  }

  private record Shared(Drill drill, Playwright playwright, Path chromium, Browser browser)
      implements AutoCloseable {

    static Shared start(Path chromium, ExtensionContext context) {
      setDefaultAssertionTimeout(TIMEOUT_MILLISECONDS);
      // The machine's own browser is used; nothing may be fetched for a test.
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Browser browser = launch(playwright, chromium, List.of());
      return new Shared(Drill.start(context), playwright, chromium, browser);
    }

    Browser launch(List<String> moreFlags) {
      return launch(playwright, chromium, moreFlags);
    }

    private static Browser launch(Playwright playwright, Path chromium, List<String> moreFlags) {
      return playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(chromium)
                  .setChromiumSandbox(false)
                  .setArgs(Stream.concat(FLAGS.stream(), moreFlags.stream()).toList()));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
      drill.close();
    }
  }
}
