package jp.noroshi.opsconsole.app.scenario;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.channels.simulator.LineTalk;
import jp.noroshi.opsconsole.app.SimulatedProviders;
import jp.noroshi.opsconsole.app.client.Fault;

/**
 * Supporters and people of a scenario: they read what the simulated media were given for them, and
 * answer some minutes later in the talk on LINE, on their answer page or on a page of their own, or
 * stay silent.
 */
final class ScenarioPeople {

  private static final Pattern BUTTON = Pattern.compile("answer:([A-Za-z0-9_-]{24}):([A-Z_]+)");
  private static final Pattern PAGE = Pattern.compile("/answer/([A-Za-z0-9_-]{24})");
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** Minutes somebody takes at most until they answer, leave, and are with the person. */
  private static final int READING = 7;

  private static final int LEAVING = 8;
  private static final int ON_THE_WAY = 25;
  private static final int HUNDRED = 100;

  private final LineTalk talk;
  private final ScenarioPages pages;
  private final URI hub;
  private final Random random;
  private final Later later;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private Step.Answers manner = new Step.Answers(0, 0, 0, 0, 0);
  private final ScenarioTelephones telephones = new ScenarioTelephones();
  private int answers;

  /** Lets something happen some minutes from now. */
  @FunctionalInterface
  interface Later {
    void in(int minutes, Runnable deed);
  }

  /** By which way somebody was asked, and answers. */
  private sealed interface Asked {
    /** On LINE. */
    record OnLine(String user, String token, boolean supporter) implements Asked {}

    /** By push, with a page. */
    record ByPush(String token) implements Asked {}

    /** On a page of their own. */
    record OnPage(ScenarioPages.Request request) implements Asked {}
  }

  ScenarioPeople(
      SimulatedProviders providers, ScenarioPages pages, URI hub, Random random, Later later) {
    this.talk = providers.talkWith(hub);
    this.pages = pages;
    this.hub = hub;
    this.random = random;
    this.later = later;
    providers.line().taken().onTake(this::readOnLine);
    providers.fcm().taken().onTake(this::readPush);
    providers.voice().connect(telephones, hub);
  }

  /** Lets them answer in this manner from now on. */
  void behave(Step.Answers step) {
    manner = step;
    telephones.behave(step);
  }

  /** Returns how many answers were given. */
  int answers() {
    return answers + telephones.answers();
  }

  private void readOnLine(JsonObject message, Collection<String> recipients) {
    Matcher button = BUTTON.matcher(message.encode());
    if (recipients.size() == 1 && button.find()) {
      switch (button.group(2)) {
        case "ACCEPT" ->
            asked.add(new Asked.OnLine(recipients.iterator().next(), button.group(1), true));
        case "SAFE" ->
            asked.add(new Asked.OnLine(recipients.iterator().next(), button.group(1), false));
        default -> {
          // What they answered is acknowledged, with the buttons that come next.
        }
      }
    }
  }

  private void readPush(JsonObject message, Collection<String> recipients) {
    Matcher page = PAGE.matcher(message.encode());
    if (page.find()) {
      asked.add(new Asked.ByPush(page.group(1)));
    }
  }

  /** Reads what came since the last minute. */
  void lookAtTheirTelephones() {
    pages.read().forEach(request -> asked.add(new Asked.OnPage(request)));
    for (Asked next = asked.poll(); next != null; next = asked.poll()) {
      Asked question = next;
      int draw = random.nextInt(HUNDRED);
      int soon = 1 + random.nextInt(READING);
      switch (question) {
        case Asked.OnLine(String _, String _, boolean supporter) when !supporter ->
            ofPerson(question, draw, soon);
        case Asked.OnLine _, Asked.ByPush _, Asked.OnPage _ -> ofSupporter(question, draw, soon);
      }
    }
  }

  private void ofPerson(Asked question, int draw, int soon) {
    if (draw < manner.safe()) {
      later.in(soon, () -> say(question, "SAFE"));
    } else if (draw < manner.safe() + manner.help()) {
      later.in(soon, () -> say(question, "HELP"));
    }
  }

  private void ofSupporter(Asked question, int draw, int soon) {
    if (draw < manner.accept()) {
      int leaves = soon + 1 + random.nextInt(LEAVING);
      later.in(soon, () -> say(question, "ACCEPT"));
      later.in(leaves, () -> say(question, "ON_THE_WAY"));
      later.in(leaves + 1 + random.nextInt(ON_THE_WAY), () -> say(question, "SAFE"));
    } else if (draw < manner.accept() + manner.refuse()) {
      later.in(soon, () -> say(question, "CANNOT"));
    }
  }

  private void say(Asked question, String word) {
    switch (question) {
      case Asked.OnLine(String user, String token, boolean _) ->
          talk.press(user, "answer:" + token + ":" + word).await();
      case Asked.ByPush(String token) -> send("/answer/" + token, Map.of("word", word));
      case Asked.OnPage(ScenarioPages.Request(String path, String task)) ->
          send(path, Map.of("task", task, "word", word));
    }
    answers++;
  }

  /** Residents report of themselves: half of them in the talk on LINE, half on the page. */
  void report(boolean safe, int number) {
    if (random.nextBoolean()) {
      String user = "U%032x".formatted(random.nextLong(Long.MAX_VALUE));
      talk.write(user, safe ? "無事です" : "助けて").await();
    } else {
      send(
          "/safety",
          Map.of(
              "kind",
              safe ? "SAFE" : "HELP",
              "name",
              "見本　%d".formatted(number),
              "kana",
              "ミホン",
              "phone",
              "000-0000-4%03d".formatted(number),
              "place",
              safe ? "" : "家の2階（見本）",
              "people",
              Integer.toString(1 + random.nextInt(4))));
    }
  }

  private void send(String path, Map<String, String> form) {
    StringBuilder body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    HttpRequest request =
        HttpRequest.newBuilder(hub.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .timeout(LONGEST_WAIT)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    try {
      http.send(request, HttpResponse.BodyHandlers.discarding());
    } catch (IOException e) {
      throw new Fault("the page " + path + " of the hub cannot be reached", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("interrupted", e);
    }
  }
}
