package jp.noroshi.opsconsole.app.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.opsconsole.app.client.Fault;
import jp.noroshi.shelters.talk.SupporterPages;

/** The pages of supporters of a scenario who chose the web, left open for the evening. */
final class ScenarioPages {

  private static final Pattern WAITING = Pattern.compile("id=\"r-([0-9a-f-]{36})\" data-waiting");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final URI hub;
  private final List<String> paths;
  private final Set<String> known = new HashSet<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Opens them.
   *
   * @param tokens what opens each
   */
  ScenarioPages(URI hub, List<String> tokens) {
    this.hub = hub;
    this.paths = tokens.stream().map(SupporterPages::path).toList();
  }

  /** A request that stands on a page. */
  record Request(String path, String task) {}

  /** Returns the requests that are new on them. */
  List<Request> read() {
    List<Request> found = new ArrayList<>();
    for (String path : paths) {
      Matcher waiting = WAITING.matcher(read(path));
      while (waiting.find()) {
        if (known.add(waiting.group(1))) {
          found.add(new Request(path, waiting.group(1)));
        }
      }
    }
    return found;
  }

  private String read(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(path + "?part=now")).timeout(LONGEST_WAIT).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new Fault("the page of a supporter cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("interrupted", e);
    }
  }
}
