package jp.noroshi.opsconsole.page;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.SecretLinks.Shown;
import jp.noroshi.shelters.response.AnswerPages;
import jp.noroshi.shelters.response.AnswerPages.Page;
import jp.noroshi.shelters.response.AnswerPages.Whom;
import jp.noroshi.shelters.response.Verdict;

/**
 * The page {@code /answer/<token>} of a supporter who was asked, or of the person. Opening it
 * changes nothing and names nobody, so that whatever previews links does no harm. Works without a
 * script. Thread-safe.
 */
public final class AnswerPage {

  /** Whole districts may be asked at once. */
  private static final int UNKNOWN_LINKS = 300;

  private final AnswerPages pages;
  private final Mode mode;
  private final PageLanguages languages;
  private final AnswerWords words;
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
    this.languages = new PageLanguages(texts, municipality);
    this.words = new AnswerWords(texts, languages);
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
        () -> templates.writeAnswer(words.nothing(context, mode)));
  }

  private Shown shown(AnswerModel model) {
    return new Shown(200, templates.writeAnswer(model));
  }

  private AnswerModel model(RoutingContext context, Page page, Seen seen) {
    String language = languages.of(context);
    boolean supporter = page instanceof Page.Supporters;
    return new AnswerModel(
        language,
        languages.words(language).title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        say(language, supporter ? "page-task" : "page-self"),
        seen.verdict().map(verdict -> say(language, "page-said-" + verdict)),
        now(language, page),
        Optional.of("page-first").filter(_ -> supporter).map(key -> say(language, key)),
        words.buttons(language, page),
        seen.whom(),
        supporter && seen.whom().isEmpty() && AnswerWords.mayLook((Page.Supporters) page),
        Optional.of("page-details-no").filter(_ -> seen.refused()).map(key -> say(language, key)),
        context.request().path() + "?lang=" + language,
        languages.choices(language, each -> context.request().path() + "?lang=" + each),
        "/?lang=" + language,
        words.fixed(language));
  }

  private String now(String language, Page page) {
    return switch (page) {
      case Page.Supporters supporters -> words.now(language, supporters);
      case Page.Own own when own.over() -> say(language, "page-now-OVER");
      case Page.Own own when own.help() -> say(language, "page-self-help");
      case Page.Own own -> say(language, own.safe() ? "page-self-safe" : "page-self-open");
    };
  }

  private String say(String language, String key) {
    return words.say(language, key);
  }
}
