package jp.noroshi.opsconsole.page;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.SecretLinks.Shown;
import jp.noroshi.shelters.response.FacilityAnswer;
import jp.noroshi.shelters.response.FacilityPages;
import jp.noroshi.shelters.response.FacilityPages.Page;
import jp.noroshi.shelters.response.FacilityTasks.Reply;
import jp.noroshi.shelters.response.FacilityTasks.Task;
import jp.noroshi.shelters.response.Verdict;

/**
 * The page {@code /facility/<token>} on which a 要配慮者利用施設 says how far its evacuation is, as often
 * as it changes. Opening it changes nothing. Works without a script. Thread-safe.
 */
public final class FacilityPage {

  private static final int MOST_PEOPLE = 10_000;
  private static final int MOST_DIGITS = 5;

  /** What a facility can say of itself, in the order of an evening; that nobody answers is not. */
  private static final List<FacilityAnswer> ANSWERS =
      List.of(
          FacilityAnswer.EVACUATING,
          FacilityAnswer.SAFE_INDOORS,
          FacilityAnswer.EVACUATED,
          FacilityAnswer.NEEDS_HELP,
          FacilityAnswer.NOBODY_THERE);

  private static final int UNKNOWN_LINKS = 120;

  private final FacilityPages pages;
  private final Mode mode;
  private final MessageTemplates texts;
  private final PageLanguages languages;
  private final PageTemplates templates = new PageTemplates();
  private final SecretLinks links;

  /** Serves the page. */
  public FacilityPage(
      FacilityPages pages,
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads) {
    this.pages = pages;
    this.mode = mode;
    this.texts = texts;
    this.languages = new PageLanguages(texts, municipality);
    this.links = new SecretLinks(threads, templates, UNKNOWN_LINKS);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    SecretLinks.mount(router, "/facility/:token", this::show, this::take);
  }

  /**
   * What came of a request.
   *
   * @param fault of the words in the templates
   */
  private record Seen(Optional<Page> page, Optional<Verdict> verdict, Optional<String> fault) {}

  private void show(RoutingContext context) {
    String token = context.pathParam("token");
    answer(context, () -> new Seen(pages.find(token), Optional.empty(), Optional.empty()));
  }

  private void take(RoutingContext context) {
    String token = context.pathParam("token");
    MultiMap form = context.request().formAttributes();
    Optional<FacilityAnswer> word =
        ANSWERS.stream().filter(each -> each.name().equals(form.get("word"))).findFirst();
    String people = form.get("people") == null ? "" : form.get("people").strip();
    answer(context, () -> take(token, word, people));
  }

  private Seen take(String token, Optional<FacilityAnswer> word, String people) {
    Optional<Integer> count = count(people);
    if (word.isEmpty() || (count.isEmpty() && !people.isEmpty())) {
      String fault = word.isEmpty() ? "facility-choose" : "facility-number";
      return new Seen(pages.find(token), Optional.empty(), Optional.of(fault));
    }
    Verdict verdict = pages.say(token, word.orElseThrow(), count);
    return new Seen(pages.find(token), Optional.of(verdict), Optional.empty());
  }

  private static Optional<Integer> count(String text) {
    return Optional.of(text)
        .filter(digits -> digits.length() <= MOST_DIGITS && digits.matches("[0-9]+"))
        .map(Integer::valueOf)
        .filter(count -> count <= MOST_PEOPLE);
  }

  private void answer(RoutingContext context, Callable<Seen> work) {
    links.answer(
        context,
        work,
        seen -> seen.page().map(page -> shown(seen, model(context, page, seen))),
        () -> templates.writeFacility(nothing(context)));
  }

  private Shown shown(Seen seen, FacilityModel model) {
    return new Shown(seen.fault().isPresent() ? 422 : 200, templates.writeFacility(model));
  }

  private FacilityModel model(RoutingContext context, Page page, Seen seen) {
    String language = languages.of(context);
    Optional<Reply> reply = page.task().flatMap(Task::reply);
    String path = context.request().path();
    return new FacilityModel(
        language,
        languages.words(language).title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        say(language, "facility-title"),
        page.task().map(task -> task.facility().name()),
        seen.verdict().map(verdict -> say(language, "page-said-" + verdict)),
        seen.fault().map(fault -> say(language, fault)),
        now(page, language),
        reply.flatMap(Reply::people).map(Object::toString).orElse(""),
        page.over() ? List.of() : buttons(language),
        path + "?lang=" + language,
        languages.choices(language, each -> path + "?lang=" + each),
        "/?lang=" + language,
        words(language));
  }

  private List<AnswerModel.Button> buttons(String language) {
    return ANSWERS.stream()
        .map(
            each ->
                new AnswerModel.Button(
                    each.name(),
                    say(language, "facility-" + each),
                    each == FacilityAnswer.EVACUATED))
        .toList();
  }

  private String now(Page page, String language) {
    if (page.over()) {
      return say(language, "facility-over");
    }
    return page.task()
        .flatMap(Task::reply)
        .map(
            reply ->
                languages
                    .words(language)
                    .at(say(language, "facility-now"), reply.at())
                    .replace("{answer}", say(language, "facility-" + reply.answer())))
        .orElseGet(() -> say(language, "facility-open"));
  }

  private FacilityModel nothing(RoutingContext context) {
    String language = languages.of(context);
    return new FacilityModel(
        language,
        languages.words(language).title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        say(language, "page-unknown"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        say(language, "page-unknown-note"),
        "",
        List.of(),
        "/",
        languages.choices(language, each -> "?lang=" + each),
        "/?lang=" + language,
        words(language));
  }

  private Map<String, String> words(String language) {
    Map<String, String> all = new LinkedHashMap<>(languages.words(language).fixed());
    for (String key : List.of("facility-people", "facility-again", "facility-119")) {
      all.put(key, say(language, key));
    }
    return all;
  }

  private String say(String language, String key) {
    return texts.word(language, "response-" + key);
  }
}
