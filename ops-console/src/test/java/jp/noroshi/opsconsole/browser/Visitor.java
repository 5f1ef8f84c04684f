package jp.noroshi.opsconsole.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import jp.noroshi.core.config.ProjectFiles;

/** Somebody with a browser of their own, and everything their browser complained of. */
final class Visitor implements AutoCloseable {

  private static final Path PICTURES = ProjectFiles.find("ops-console/target/screenshots");
  private static final int FARTHEST = 80;

  /** Pictures are for people; a build that nobody watches goes without. */
  private static final boolean WITH_PICTURES =
      Boolean.parseBoolean(System.getProperty("noroshi.pictures", "true"));

  /**
   * Whose tiles the console may ask for; the browser is answered here and nothing leaves the house.
   */
  private static final String TILES = "https://cyberjapandata.gsi.go.jp/";

  private static final byte[] TILE = pictureOfNothing();

  private final Drill drill;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private boolean cutOff;
  private boolean withoutInternet;
  private int tilesAsked;

  private Visitor(Drill drill, BrowserContext context) {
    this.drill = drill;
    this.context = context;
    this.page = context.newPage();
  }

  static Visitor open(
      Browser browser, Browser.NewContextOptions kind, Drill drill, double timeoutMilliseconds) {
    // Whoever wants no motion is spared it, and nothing is judged half-way between two colours.
    BrowserContext context = browser.newContext(kind.setReducedMotion(ReducedMotion.REDUCE));
    context.setDefaultTimeout(timeoutMilliseconds);
    Visitor visitor = new Visitor(drill, context);
    context.route(TILES + "**", visitor::answerTile);
    context.onRequest(request -> visitor.watchAddress(request.url()));
    context.onConsoleMessage(visitor::watchConsole);
    context.onWebError(error -> visitor.complaints.add(error.error()));
    return visitor;
  }

  private void watchAddress(String url) {
    boolean own =
        url.startsWith(drill.address().toString())
            || url.startsWith(TILES)
            || url.startsWith("data:")
            || url.startsWith("blob:");
    if (!own) {
      complaints.add("asked somebody else: " + url);
    }
  }

  private void answerTile(Route route) {
    tilesAsked++;
    if (withoutInternet) {
      route.abort();
      return;
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setHeaders(Map.of("Content-Type", "image/png", "Access-Control-Allow-Origin", "*"))
            .setBodyBytes(TILE));
  }

  private static byte[] pictureOfNothing() {
    BufferedImage picture = new BufferedImage(256, 256, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 256; i++) {
      picture.setRGB(i, i, 0xffffff);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The house reaches nobody outside. */
  Visitor withoutInternet() {
    withoutInternet = true;
    return this;
  }

  /** Returns how many tiles were asked for outside the house. */
  int tilesAsked() {
    return tilesAsked;
  }

  /** A refusal of the hub is an answer, and the screens show it; anything else is a flaw. */
  private void watchConsole(ConsoleMessage message) {
    boolean refusal = message.text().startsWith("Failed to load resource: the server responded");
    boolean nobodyThere =
        cutOff
            && message.text().startsWith("Failed to load resource: net::ERR_INTERNET_DISCONNECTED");
    boolean noTile =
        withoutInternet && message.text().startsWith("Failed to load resource: net::ERR_FAILED");
    if (message.type().equals("error") && !refusal && !nobodyThere && !noTile) {
      complaints.add(message.text());
    }
  }

  Page page() {
    return page;
  }

  /**
   * Cuts the network, as far as the browser goes; what cannot be fetched is no complaint from now
   * on.
   */
  void cutNetwork() {
    cutOff = true;
    context.setOffline(true);
  }

  /** Joins the network again. */
  void joinNetwork() {
    context.setOffline(false);
  }

  /** Signs in without the form. */
  Visitor signedIn(String account) {
    APIResponse answer =
        context
            .request()
            .post(
                drill.address() + "/api/session",
                RequestOptions.create()
                    .setData(Map.of("account", account, "password", drill.password(account))));
    assertThat(answer.status()).as("signing in as %s", account).isEqualTo(200);
    return this;
  }

  /** Opens an address of the hub. */
  Page open(String path) {
    page.navigate(drill.address() + path);
    return page;
  }

  /** However narrow the screen, a page is read by scrolling one way. */
  void expectNoSidewaysScrolling() {
    Object beyond =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(beyond).as("pixels beyond the edge").isEqualTo(0);
  }

  /** Goes to something with the Tab key alone, as somebody without a mouse does. */
  void tabTo(Locator wanted) {
    wanted.waitFor();
    for (int i = 0; i < FARTHEST; i++) {
      if (Boolean.TRUE.equals(wanted.evaluate("it => it === document.activeElement"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the Tab key never reached " + wanted);
  }

  /** Keeps a picture of the whole page where people can look at it, unless nobody wants any. */
  void picture(String name) {
    if (WITH_PICTURES) {
      pictureAnyhow(name);
    }
  }

  /** Keeps a picture of the whole page where people can look at it. */
  void pictureAnyhow(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(kept(name + ".png")).setFullPage(true));
  }

  /** Where a picture or a paper is kept for people to look at. */
  static Path kept(String file) {
    try {
      return Files.createDirectories(PICTURES).resolve(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Expects that nothing was fetched elsewhere, refused by the page's policy, or thrown. */
  void expectNoComplaints() {
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
