package jp.noroshi.opsconsole.page;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.SecretLinks.Shown;
import jp.noroshi.shelters.response.AnswerPages.Whom;
import jp.noroshi.shelters.response.SupporterAnswer;
import jp.noroshi.shelters.response.Verdict;
import jp.noroshi.shelters.talk.SupporterPages;
import jp.noroshi.shelters.talk.SupporterPages.Asked;

/**
 * The page {@code /supporter/<token>} of a supporter who chose the web: what is asked of them now,
 * or that nothing is. Opening it shows nobody. Works without a script; with one it looks again by
 * itself as long as it is open. Thread-safe.
 */
public final class SupporterPage {

  private static final int UNKNOWN_LINKS = 120;

  private final SupporterPages pages;
  private final Mode mode;
  private final InstantSource clock;
  private final PageLanguages languages;
  private final AnswerWords words;
  private final PageTemplates templates = new PageTemplates();
  private final SecretLinks links;

  /** Serves the page. */
  public SupporterPage(
      SupporterPages pages,
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads,
      InstantSource clock) {
    this.pages = pages;
    this.mode = mode;
    this.clock = clock;
    this.languages = new PageLanguages(texts, municipality);
    this.words = new AnswerWords(texts, languages);
    this.links = new SecretLinks(threads, templates, UNKNOWN_LINKS);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    SecretLinks.mount(router, "/supporter/:token", this::show, this::take);
  }

  /**
   * What came of a request.
   *
   * @param whom who was looked at, with their request; empty = nobody
   * @param refused whether a look was wished and nobody can be shown
   */
  private record Seen(
      Optional<List<Asked>> asked,
      Optional<Verdict> verdict,
      Optional<Looked> whom,
      boolean refused) {

    static Seen of(Optional<List<Asked>> asked) {
      return new Seen(asked, Optional.empty(), Optional.empty(), false);
    }
  }

  private record Looked(UUID task, Whom person) {}

  private void show(RoutingContext context) {
    String token = context.pathParam("token");
    answer(context, () -> Seen.of(pages.find(token)));
  }

  private void take(RoutingContext context) {
    String token = context.pathParam("token");
    MultiMap form = context.request().formAttributes();
    Optional<UUID> task = task(form.get("task"));
    Optional<SupporterAnswer> word =
        Stream.of(SupporterAnswer.values())
            .filter(each -> each.name().equals(form.get("word")))
            .findFirst();
    String address = context.request().remoteAddress().hostAddress();
    boolean look = form.contains("whom");
    answer(
        context,
        () ->
            task.map(id -> look ? look(token, id, address) : say(token, id, word))
                .orElseGet(() -> Seen.of(pages.find(token))));
  }

  private static Optional<UUID> task(String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Seen say(String token, UUID task, Optional<SupporterAnswer> word) {
    Verdict verdict = word.map(answer -> pages.say(token, task, answer)).orElse(Verdict.UNKNOWN);
    return new Seen(pages.find(token), Optional.of(verdict), Optional.empty(), false);
  }

  private Seen look(String token, UUID task, String address) {
    Optional<Looked> whom =
        pages.whom(token, task, address).map(person -> new Looked(task, person));
    return new Seen(pages.find(token), Optional.empty(), whom, whom.isEmpty());
  }

  private void answer(RoutingContext context, Callable<Seen> work) {
    boolean part = "now".equals(context.request().getParam("part"));
    links.answer(
        context,
        work,
        seen ->
            seen.asked()
                .map(
                    asked ->
                        new Shown(
                            200, templates.writeSupporter(model(context, asked, seen), part))),
        () -> templates.writeAnswer(words.nothing(context, mode)));
  }

  private SupporterModel model(RoutingContext context, List<Asked> asked, Seen seen) {
    String language = languages.of(context);
    PageWords common = languages.words(language);
    String path = context.request().path();
    return new SupporterModel(
        language,
        common.title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        say(language, "title"),
        common.at(say(language, "as-of"), clock.instant()),
        seen.verdict().map(verdict -> words.say(language, "page-said-" + verdict)),
        Optional.of("page-details-no")
            .filter(_ -> seen.refused())
            .map(key -> words.say(language, key)),
        Optional.of("order").filter(_ -> asked.size() > 1).map(key -> say(language, key)),
        asked.stream().map(each -> task(language, each)).toList(),
        seen.whom().flatMap(looked -> whom(language, asked, looked)),
        path + "?lang=" + language,
        path + "?part=now&lang=" + language,
        languages.choices(language, each -> path + "?lang=" + each),
        "/?lang=" + language,
        fixed(language));
  }

  private SupporterModel.Task task(String language, Asked asked) {
    return new SupporterModel.Task(
        asked.task().toString(),
        name(language, asked),
        Optional.of("urgent").filter(_ -> asked.helpWanted()).map(key -> say(language, key)),
        words.now(language, asked.page()),
        asked.isWaiting(),
        words.buttons(language, asked.page()),
        AnswerWords.mayLook(asked.page()));
  }

  private Optional<SupporterModel.Whom> whom(String language, List<Asked> asked, Looked looked) {
    return asked.stream()
        .filter(each -> each.task().equals(looked.task()))
        .findFirst()
        .map(
            each ->
                new SupporterModel.Whom(
                    each.task().toString(), name(language, each), looked.person()));
  }

  private String name(String language, Asked asked) {
    return say(language, "task")
        .replace("{number}", Integer.toString(asked.number()))
        .replace("{areas}", languages.words(language).areas(asked.page().districts()));
  }

  private Map<String, String> fixed(String language) {
    Map<String, String> all = new LinkedHashMap<>(words.fixed(language));
    for (String key : List.of("calm", "fresh", "lost", "note", "keep")) {
      all.put(key, say(language, key));
    }
    all.put("first", words.say(language, "page-first"));
    return all;
  }

  private String say(String language, String key) {
    return words.say(language, "supporter-" + key);
  }
}
