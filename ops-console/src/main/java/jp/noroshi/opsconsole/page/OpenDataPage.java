package jp.noroshi.opsconsole.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.gis.opendata.PublishedSites.Publication;
import jp.noroshi.gis.opendata.PublishedSites.Source;
import jp.noroshi.opsconsole.api.VirtualThreads;
import jp.noroshi.opsconsole.page.OpenDataModel.Choice;
import jp.noroshi.opsconsole.page.OpenDataModel.File;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open data of the evacuation sites for everybody: {@code /opendata} says what there is, and
 * two files hold it. Written once a minute for all who ask; who has a file already is told so.
 * Thread-safe.
 */
public final class OpenDataPage {

  private static final Logger LOG = LoggerFactory.getLogger(OpenDataPage.class);
  private static final int FRESH_SECONDS = 60;
  private static final Duration FRESH = Duration.ofSeconds(FRESH_SECONDS);
  private static final String CSV = "/opendata/evacuation_space.csv";
  private static final String GEO_JSON = "/opendata/evacuation_space.geojson";

  private final Supplier<Publication> source;
  private final Mode mode;
  private final MunicipalitySettings municipality;
  private final MessageTemplates texts;
  private final VirtualThreads threads;
  private final Lately<Written> written;
  private final Template template =
      Mustache.compiler()
          .escapeHTML(true)
          .withCollector(new OptionalsAsLists())
          .withLoader(name -> new StringReader(PageTemplates.text(name)))
          .compile(PageTemplates.text("opendata.html"));
  private final String policy =
      "default-src 'none'; style-src '%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          .formatted(PageTemplates.hash("page.css"));

  private record Written(Publication publication, DataFile csv, DataFile geoJson, Instant at) {}

  /**
   * Serves the page and its files.
   *
   * @param source writes what stands; blocks
   * @param threads runs what blocks
   */
  public OpenDataPage(
      Supplier<Publication> source,
      Mode mode,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads,
      InstantSource clock) {
    this.source = source;
    this.mode = mode;
    this.municipality = municipality;
    this.texts = texts;
    this.threads = threads;
    this.written = new Lately<>(this::write, FRESH, clock);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router.get("/opendata").handler(context -> answer(context, this::page));
    router
        .get(CSV)
        .handler(context -> file(context, "csv", "text/csv; charset=utf-8", Written::csv));
    router
        .get(GEO_JSON)
        .handler(context -> file(context, "geojson", "application/geo+json", Written::geoJson));
  }

  private void page(RoutingContext context, Written now) {
    String wanted = context.request().getParam("lang", municipality.mainLanguage());
    String language = texts.languages().contains(wanted) ? wanted : municipality.mainLanguage();
    DataFile.of(template.execute(model(language, now)))
        .send(
            context,
            DataFile.head(context, "text/html; charset=utf-8", FRESH_SECONDS)
                .putHeader("Content-Security-Policy", policy));
  }

  private void file(
      RoutingContext context, String ending, String type, Function<Written, DataFile> which) {
    answer(
        context,
        (_, now) ->
            which
                .apply(now)
                .send(
                    context,
                    DataFile.head(context, type, FRESH_SECONDS)
                        .putHeader(
                            "Content-Disposition",
                            "attachment; filename=\"%s_evacuation_space.%s\""
                                .formatted(municipality.code().value(), ending))));
  }

  private interface Answer {
    void write(RoutingContext context, Written now);
  }

  private void answer(RoutingContext context, Answer answer) {
    threads
        .call(written::get)
        .onSuccess(now -> answer.write(context, now))
        .onFailure(
            failure -> {
              LOG.error("the open data could not be shown", failure);
              context.response().setStatusCode(503).putHeader("Retry-After", "60").end();
            });
  }

  private Written write(Instant now) {
    Publication publication = source.get();
    return new Written(
        publication, DataFile.of(publication.csv()), DataFile.of(publication.geoJson()), now);
  }

  private OpenDataModel model(String language, Written now) {
    PageWords words = new PageWords(language, texts, municipality);
    boolean empty = now.publication().lines() == 0;
    String lines =
        say(language, "lines").replace("{count}", Integer.toString(now.publication().lines()));
    return new OpenDataModel(
        language,
        (mode == Mode.DRILL ? texts.word(language, "drill-title") : "") + say(language, "title"),
        mode == Mode.DRILL,
        "/?lang=" + language,
        say(language, "what"),
        words.sayAt("checked", now.at()),
        words.fixed(),
        texts.languages().stream().map(each -> choice(each, language)).toList(),
        empty ? Optional.of(say(language, "none")) : Optional.empty(),
        empty
            ? List.of()
            : List.of(
                new File(CSV, say(language, "csv"), lines),
                new File(GEO_JSON, say(language, "geojson"), lines)),
        say(language, "now"),
        List.of(
            new File(ShelterData.CSV, say(language, "shelters-csv"), ""),
            new File(ShelterData.GEO_JSON, say(language, "shelters-geojson"), ""),
            new File(CapFeed.FEED, say(language, "cap"), "")),
        say(language, "sources"),
        now.publication().sources().stream().map(each -> source(language, each)).toList());
  }

  private Choice choice(String each, String language) {
    return new Choice(each, texts.nameOf(each), "/opendata?lang=" + each, each.equals(language));
  }

  private OpenDataModel.Source source(String language, Source source) {
    return new OpenDataModel.Source(
        source.fileName(),
        said(language, "source", source.source()),
        say(language, "edition").replace("{edition}", source.edition()),
        said(language, "licence", source.licence()));
  }

  private String said(String language, String key, String fact) {
    String text = fact.isEmpty() ? say(language, "unsaid") : fact;
    return say(language, key).replace("{" + key + "}", text);
  }

  private String say(String language, String key) {
    return texts.word(language, "opendata-" + key);
  }
}
