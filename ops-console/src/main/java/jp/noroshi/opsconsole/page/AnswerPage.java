package jp.noroshi.opsconsole.page;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.SecretLinks.Shown;
import jp.noroshi.shelters.response.AnswerPages;
import jp.noroshi.shelters.response.AnswerPages.Page;
import jp.noroshi.shelters.response.AnswerPages.Whom;
import jp.noroshi.shelters.response.TaskState;
import jp.noroshi.shelters.response.Verdict;

/**
 * The page {@code /answer/<token>} of a supporter who was asked, or of the person. Opening it
 * changes nothing and names nobody, so that whatever previews links does no harm. Works without a
 * script. Thread-safe.
 */
public final class AnswerPage {

  private static final List<String> DETAILS =
      List.of(
          "details",
          "details-note",
          "name",
          "address",
          "phone",
          "to",
          "meeting",
          "house",
          "remarks",
          "items",
          "helpers");

  /** Whole districts may be asked at once. */
  private static final int UNKNOWN_LINKS = 300;

  private final AnswerPages pages;
  private final Mode mode;
  private final MessageTemplates texts;
  private final PageLanguages languages;
  private final PageTemplates templates = new PageTemplates();
  private final SecretLinks links;

  /** Serves the page. */
  public AnswerPage(
      AnswerPages pages,
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
    SecretLinks.mount(router, "/answer/:token", this::show, this::take);
  }

  /** What came of a request. */
  private record Seen(
      Optional<Page> page, Optional<Verdict> verdict, Optional<Whom> whom, boolean refused) {}

  private void show(RoutingContext context) {
    String token = context.pathParam("token");
    answer(context, () -> new Seen(pages.find(token), Optional.empty(), Optional.empty(), false));
  }

  private void take(RoutingContext context) {
    String token = context.pathParam("token");
    MultiMap form = context.request().formAttributes();
    String word = form.get("word") == null ? "" : form.get("word");
    String address = context.request().remoteAddress().hostAddress();
    boolean look = form.contains("whom");
    answer(context, () -> look ? look(token, address) : takeWord(token, word));
  }

  private Seen takeWord(String token, String word) {
    Verdict verdict = pages.say(token, word);
    return new Seen(pages.find(token), Optional.of(verdict), Optional.empty(), false);
  }

  private Seen look(String token, String address) {
    Optional<Whom> whom = pages.whom(token, address);
    return new Seen(pages.find(token), Optional.empty(), whom, whom.isEmpty());
  }

  private void answer(RoutingContext context, Callable<Seen> work) {
    links.answer(
        context,
        work,
        seen -> seen.page().map(page -> shown(model(context, page, seen))),
        () -> templates.writeAnswer(nothing(context)));
  }

  private Shown shown(AnswerModel model) {
    return new Shown(200, templates.writeAnswer(model));
  }

  private AnswerModel model(RoutingContext context, Page page, Seen seen) {
    String language = languages.of(context);
    boolean supporter = page instanceof Page.Supporters;
    List<AnswerModel.Button> buttons =
        AnswerButtons.of(page).stream()
            .map(
                offered ->
                    new AnswerModel.Button(
                        offered.word(),
                        say(language, offered.label()),
                        offered.equals(AnswerButtons.of(page).getFirst())))
            .toList();
    return new AnswerModel(
        language,
        languages.words(language).title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        say(language, supporter ? "page-task" : "page-self"),
        seen.verdict().map(verdict -> say(language, "page-said-" + verdict)),
        say(language, now(page)),
        Optional.of("page-first").filter(_ -> supporter).map(key -> say(language, key)),
        buttons,
        seen.whom(),
        supporter && seen.whom().isEmpty() && mayLook((Page.Supporters) page),
        Optional.of("page-details-no").filter(_ -> seen.refused()).map(key -> say(language, key)),
        context.request().path() + "?lang=" + language,
        languages.choices(language, each -> context.request().path() + "?lang=" + each),
        "/?lang=" + language,
        details(language));
  }

  private static boolean mayLook(Page.Supporters page) {
    return switch (page.state()) {
      case ASKED, SILENT, ACCEPTED, ON_THE_WAY -> !page.over();
      case PLANNED, ABSENT, NO_ADDRESS, DECLINED, DONE, WITHDRAWN -> false;
    };
  }

  private static String now(Page page) {
    return switch (page) {
      case Page.Supporters supporters -> "page-now-" + now(supporters);
      case Page.Own own when own.over() -> "page-now-OVER";
      case Page.Own own when own.help() -> "page-self-help";
      case Page.Own own -> own.safe() ? "page-self-safe" : "page-self-open";
    };
  }

  private static String now(Page.Supporters page) {
    if (page.over() && page.state() != TaskState.DONE) {
      return "OVER";
    }
    return switch (page.state()) {
      case ASKED, SILENT, ACCEPTED, ON_THE_WAY, DECLINED, DONE, WITHDRAWN -> page.state().name();
      case PLANNED, ABSENT, NO_ADDRESS -> TaskState.ASKED.name();
    };
  }

  private AnswerModel nothing(RoutingContext context) {
    String language = languages.of(context);
    return new AnswerModel(
        language,
        languages.words(language).title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        say(language, "page-unknown"),
        Optional.empty(),
        say(language, "page-unknown-note"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        "/",
        languages.choices(language, each -> "?lang=" + each),
        "/?lang=" + language,
        details(language));
  }

  private Map<String, String> details(String language) {
    Map<String, String> all = new LinkedHashMap<>(languages.words(language).fixed());
    all.putAll(
        DETAILS.stream()
            .collect(Collectors.toMap(key -> key, key -> say(language, "page-" + key))));
    return all;
  }

  private String say(String language, String key) {
    return texts.word(language, "response-" + key);
  }
}
