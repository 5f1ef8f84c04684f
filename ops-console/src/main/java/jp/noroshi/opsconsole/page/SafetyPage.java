package jp.noroshi.opsconsole.page;

import io.github.bucket4j.Bucket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.Report;
import jp.noroshi.shelters.talk.Reports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The residents' page {@code /safety}: they report that they are safe, or that they need help.
 * Works without a script; {@code ?talk=} joins it to a talk on LINE it was opened from.
 * Thread-safe.
 */
public final class SafetyPage {

  private static final Logger LOG = LoggerFactory.getLogger(SafetyPage.class);
  private static final long LARGEST_FORM = 16L * 1024;

  /** A whole town reports after an earthquake; a machine must not fill the disk. */
  private final Bucket limit =
      Bucket.builder()
          .addLimit(bucket -> bucket.capacity(1_200).refillGreedy(1_200, Duration.ofMinutes(1)))
          .build();

  private final Reports reports;
  private final Mode mode;
  private final VirtualThreads threads;
  private final InstantSource clock;
  private final PageLanguages languages;
  private final PageTemplates templates = new PageTemplates();

  /** Serves the page. */
  public SafetyPage(
      Reports reports,
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads,
      InstantSource clock) {
    this.reports = reports;
    this.mode = mode;
    this.threads = threads;
    this.clock = clock;
    this.languages = new PageLanguages(texts, municipality);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/safety").handler(this::show);
    router
        .post("/safety")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM))
        .handler(this::take);
  }

  private void show(RoutingContext context) {
    send(context, 200, SafetyForm.EMPTY, Optional.empty(), Optional.empty());
  }

  private void take(RoutingContext context) {
    SafetyForm form = SafetyForm.read(context.request().formAttributes(), clock.instant());
    if (!limit.tryConsume(1)) {
      refuse(context, 429, form, "safety-busy");
    } else if (form.kind().isEmpty()) {
      refuse(context, 422, form, "safety-choose");
    } else {
      PersonAnswer kind = form.kind().orElseThrow();
      threads
          .call(() -> reports.fromPage(kind, form.said(), form.birth(), talk(context)))
          .onSuccess(report -> thank(context, report))
          .onFailure(failure -> refuse(context, form, failure));
    }
  }

  private void thank(RoutingContext context, Report report) {
    send(
        context,
        201,
        SafetyForm.EMPTY,
        Optional.of("safety-said-" + report.kind()),
        Optional.empty());
  }

  private void refuse(RoutingContext context, SafetyForm form, Throwable failure) {
    if (failure instanceof IllegalArgumentException) {
      refuse(context, 422, form, "safety-long");
    } else {
      LOG.error("a report cannot be kept", failure);
      refuse(context, 503, form, "safety-busy");
    }
  }

  private void refuse(RoutingContext context, int status, SafetyForm form, String fault) {
    send(context, status, form, Optional.empty(), Optional.of(fault));
  }

  private static Optional<String> talk(RoutingContext context) {
    return Optional.ofNullable(context.request().getParam("talk"));
  }

  private void send(
      RoutingContext context,
      int status,
      SafetyForm form,
      Optional<String> said,
      Optional<String> fault) {
    String language = languages.of(context);
    PageWords reader = languages.words(language);
    String talk =
        talk(context)
            .map(token -> "&talk=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
            .orElse("");
    Function<String, String> address = each -> "/safety?lang=" + each + talk;
    SafetyModel model =
        new SafetyModel(
            language,
            reader.title(mode == Mode.DRILL),
            mode == Mode.DRILL,
            reader.say("safety-title"),
            said.map(reader::say),
            fault.map(reader::say),
            form.kind().filter(PersonAnswer.SAFE::equals).isPresent(),
            form.kind().filter(PersonAnswer.HELP::equals).isPresent(),
            form.said().name(),
            form.said().kana(),
            form.birth().map(Object::toString).orElse(""),
            form.said().phone(),
            form.said().people() == 0 ? "" : Integer.toString(form.said().people()),
            form.said().place(),
            form.said().note(),
            form.at(),
            form.metres(),
            address.apply(language),
            languages.choices(language, address),
            "/?lang=" + language,
            reader.fixed());
    templates.headOfForm(context).setStatusCode(status).end(templates.writeSafety(model));
  }
}
