package jp.noroshi.opsconsole.page;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.channels.web.EventStream;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.PageRequest.Subject;
import jp.noroshi.opsconsole.page.PageRequest.TextSize;
import jp.noroshi.opsconsole.page.ResidentsKnowledge.Known;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The residents' page over HTTP: {@code /}, {@code /d/{district}}, {@code /n/{dispatch}}, each with
 * {@code ?lang=} and {@code ?size=}, and {@code /events}, which tells open pages that something
 * changed. Thread-safe.
 */
public final class ResidentsPages {

  private static final Logger LOG = LoggerFactory.getLogger(ResidentsPages.class);
  private static final AreaCode NOWHERE = new AreaCode("-");

  private final MunicipalitySettings municipality;
  private final MessageTemplates texts;
  private final EventStream stream;
  private final ResidentsKnowledge knowledge;
  private final PageAssembler assembler;
  private final PageTemplates templates = new PageTemplates();

  /**
   * Serves the page.
   *
   * @param texts the words, in every language of the municipality
   * @param stream tells open pages, see {@link ResidentsLive}
   * @param threads runs what blocks
   */
  public ResidentsPages(
      ResidentsView view,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      EventStream stream,
      VirtualThreads threads,
      InstantSource clock) {
    this.municipality = municipality;
    this.texts = texts;
    this.stream = stream;
    this.knowledge = new ResidentsKnowledge(view, threads::call, clock);
    PageLanguages languages = new PageLanguages(texts, municipality);
    this.assembler = new PageAssembler(municipality, languages.words(), languages.switches());
  }

  /** Notes that what the page shows has changed. */
  public void changed() {
    knowledge.changed();
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/").handler(context -> answer(context, new Subject.City()));
    router
        .get("/d/:district")
        .handler(
            context ->
                answer(context, new Subject.District(areaOf(context.pathParam("district")))));
    router
        .get("/n/:dispatch")
        .handler(
            context -> answer(context, new Subject.Notice(idOf(context.pathParam("dispatch")))));
    router.get("/events").handler(context -> stream.subscribe(context.request(), Set.of()));
  }

  private static AreaCode areaOf(String text) {
    try {
      return new AreaCode(text);
    } catch (IllegalArgumentException e) {
      return NOWHERE;
    }
  }

  private static Optional<UUID> idOf(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void answer(RoutingContext context, Subject subject) {
    PageRequest request =
        new PageRequest(
            subject,
            languageOf(context),
            TextSize.of(context.request().getParam("size", "m")),
            "now".equals(context.request().getParam("part")));
    knowledge
        .get()
        .map(known -> page(request, known))
        .onSuccess(page -> PageAnswer.send(context, page, templates.policy()))
        .onFailure(
            failure -> {
              LOG.error("the residents' page {} could not be shown", request.path(), failure);
              sendNothingKnown(context, request);
            });
  }

  private String languageOf(RoutingContext context) {
    String wanted = context.request().getParam("lang", municipality.mainLanguage());
    return texts.languages().contains(wanted) ? wanted : municipality.mainLanguage();
  }

  private RenderedPage page(PageRequest request, Known known) {
    // A wrong address is answered without keeping it: there are any number of them.
    return assembler.exists(request, known.snapshot())
        ? known.pages().get(request, asked -> render(200, asked, known))
        : render(404, request, known);
  }

  private RenderedPage render(int status, PageRequest request, Known known) {
    PageModel model = assembler.assemble(request, known.snapshot(), known.stale());
    return RenderedPage.of(status, templates.write(model, request.part()));
  }

  private void sendNothingKnown(RoutingContext context, PageRequest request) {
    PageAnswer.head(context, templates.policy())
        .setStatusCode(503)
        .putHeader("Retry-After", "15")
        .end(templates.writeUnknown(assembler.nothingKnown(request)));
  }
}
