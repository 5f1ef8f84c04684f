package jp.noroshi.opsconsole.page;

import io.github.bucket4j.Bucket;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.paper.QrCode;
import jp.noroshi.shelters.checkin.HouseholdCard;
import jp.noroshi.shelters.checkin.Need;
import jp.noroshi.shelters.checkin.Preregistration;
import jp.noroshi.shelters.checkin.Preregistrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The residents' page {@code /preregister}: a household writes its card beforehand and gets a code
 * to show at the reception of a shelter. Works without a script; nothing is kept in the browser.
 * Thread-safe.
 */
public final class PreregistrationPage {

  private static final Logger LOG = LoggerFactory.getLogger(PreregistrationPage.class);
  private static final long LARGEST_FORM = 64L * 1024;
  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");
  private static final int PEOPLE = 6;
  private static final List<Need> OFFERED =
      List.of(
          Need.NEEDS_CARE,
          Need.INFANT,
          Need.PREGNANT,
          Need.MEDICAL_DEVICE,
          Need.ALLERGY,
          Need.LANGUAGE);

  /** A whole town may write at once before a typhoon; a machine must not fill the disk. */
  private final Bucket limit =
      Bucket.builder()
          .addLimit(bucket -> bucket.capacity(300).refillGreedy(300, Duration.ofMinutes(1)))
          .build();

  private final Preregistrations preregistrations;
  private final ToTalk toTalk;
  private final Mode mode;
  private final VirtualThreads threads;
  private final PageLanguages languages;
  private final PageTemplates templates = new PageTemplates();

  /** Sends a code into the talk on LINE the page was opened from. */
  @FunctionalInterface
  public interface ToTalk {
    /**
     * Sends; blocking.
     *
     * @param talk the token of the page's address
     * @return whether the token was good
     */
    boolean send(String talk, String code, String language);
  }

  /** Serves the page. */
  public PreregistrationPage(
      Preregistrations preregistrations,
      ToTalk toTalk,
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads) {
    this.preregistrations = preregistrations;
    this.toTalk = toTalk;
    this.mode = mode;
    this.threads = threads;
    this.languages = new PageLanguages(texts, municipality);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/preregister").handler(this::showForm);
    router.get("/preregister/code").handler(this::showCode);
    router
        .post("/preregister")
        .handler(BodyHandler.create(false).setBodyLimit(LARGEST_FORM))
        .handler(this::take);
  }

  private void showForm(RoutingContext context) {
    send(
        context,
        200,
        model(context, PreregistrationForm.EMPTY, Optional.empty(), Optional.empty()));
  }

  private void take(RoutingContext context) {
    MultiMap fields = context.request().formAttributes();
    PreregistrationForm form = PreregistrationForm.read(fields, PEOPLE);
    String language = languages.of(context);
    if (!limit.tryConsume(1)) {
      refuse(context, 429, form, languages.words(language).say("pre-busy"));
    } else if (form.people().isEmpty()) {
      refuse(context, 422, form, languages.words(language).say("pre-nobody"));
    } else {
      threads
          .call(() -> write(form, talk(context), language))
          .onSuccess(
              written ->
                  send(context, 201, model(context, form, Optional.empty(), Optional.of(written))))
          .onFailure(failure -> refuse(context, form, failure));
    }
  }

  private Preregistration write(PreregistrationForm form, Optional<String> talk, String language) {
    Preregistration written = preregistrations.write(form.household(), form.people());
    talk.ifPresent(token -> toTalk.send(token, written.code(), language));
    return written;
  }

  /** Shows the squares of a code; whether there is such a one is for the reception to find out. */
  private void showCode(RoutingContext context) {
    Optional<String> code =
        Optional.ofNullable(context.request().getParam("code"))
            .filter(each -> CODE.matcher(each).matches());
    Optional<Preregistration> shown =
        code.map(each -> new Preregistration(each, HouseholdCard.BLANK, List.of()));
    send(
        context,
        shown.isPresent() ? 200 : 404,
        model(context, PreregistrationForm.EMPTY, Optional.empty(), shown));
  }

  private static Optional<String> talk(RoutingContext context) {
    return Optional.ofNullable(context.request().getParam("talk"));
  }

  private static String talkIn(RoutingContext context) {
    return talk(context)
        .map(token -> "&talk=" + URLEncoder.encode(token, StandardCharsets.UTF_8))
        .orElse("");
  }

  private void refuse(RoutingContext context, PreregistrationForm form, Throwable failure) {
    PageWords reader = languages.words(languages.of(context));
    if (failure instanceof IllegalArgumentException) {
      refuse(context, 422, form, reader.say("pre-long"));
    } else {
      LOG.error("a pre-registration cannot be kept", failure);
      refuse(context, 503, form, reader.say("pre-busy"));
    }
  }

  private void refuse(RoutingContext context, int status, PreregistrationForm form, String fault) {
    send(context, status, model(context, form, Optional.of(fault), Optional.empty()));
  }

  private PreregistrationModel model(
      RoutingContext context,
      PreregistrationForm form,
      Optional<String> fault,
      Optional<Preregistration> written) {
    String language = languages.of(context);
    PageWords reader = languages.words(language);
    return new PreregistrationModel(
        language,
        reader.title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        fault,
        written.map(PreregistrationPage::shown),
        form.household().address(),
        form.household().phone(),
        form.household().community(),
        IntStream.rangeClosed(1, PEOPLE).mapToObj(number -> person(form, number, reader)).toList(),
        "/preregister?lang=" + language + talkIn(context),
        languages.choices(language, each -> "/preregister?lang=" + each + talkIn(context)),
        "/?lang=" + language,
        reader.fixed());
  }

  private static PreregistrationModel.Shown shown(Preregistration written) {
    QrCode code = QrCode.of("NRS1:" + written.code());
    return new PreregistrationModel.Shown(written.code(), code.size(), code.svgPath());
  }

  private static PreregistrationModel.Person person(
      PreregistrationForm form, int number, PageWords reader) {
    var card = form.find(number);
    return new PreregistrationModel.Person(
        number,
        reader.say("pre-person").replace("{number}", Integer.toString(number)),
        card.name(),
        card.kana(),
        card.birth().map(Object::toString).orElse(""),
        OFFERED.stream()
            .map(
                need ->
                    new PreregistrationModel.NeedBox(
                        need.name(), reader.say("pre-" + need.name()), card.needs().contains(need)))
            .toList());
  }

  private void send(RoutingContext context, int status, PreregistrationModel model) {
    templates.headOfForm(context).setStatusCode(status).end(templates.writePreregistration(model));
  }
}
