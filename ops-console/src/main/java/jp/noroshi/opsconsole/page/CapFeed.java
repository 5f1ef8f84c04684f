package jp.noroshi.opsconsole.page;

import static jp.noroshi.opsconsole.page.CapWriter.element;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.noroshi.channels.web.PublishedNotice;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchReason;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.api.VirtualThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands on the residents' page, for machines: an Atom feed of CAP 1.2 messages under {@code
 * /cap}, one message for each dispatch. It holds what was published and nothing else, so an order,
 * an alert and news of shelters are told here exactly when and as residents were told. The feed
 * lists what has not ended; a message can be fetched as long as it is among the latest.
 * Thread-safe.
 */
public final class CapFeed {

  static final String FEED = "/cap";

  private static final Logger LOG = LoggerFactory.getLogger(CapFeed.class);
  private static final int LINES = 300;
  private static final int FRESH_SECONDS = 5;
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  private final Source source;
  private final MunicipalitySettings municipality;
  private final VirtualThreads threads;
  private final CapWriter writer;
  private final Lately<Written> written;

  /**
   * Where the messages come from; each blocks.
   *
   * @param occasions finds what a dispatch was about, by its id
   */
  public record Source(
      Mode mode, ChronologyReader chronology, Function<UUID, Optional<Occasion>> occasions) {}

  /**
   * What a dispatch was about.
   *
   * @param reason why it was told then
   * @param thread dispatches of one thread are about one event
   */
  public record Occasion(DispatchReason reason, String thread) {
    /** Returns what a dispatch is about. */
    public static Occasion of(Dispatch dispatch) {
      return new Occasion(dispatch.reason(), dispatch.thread());
    }
  }

  private record Written(DataFile feed, Map<UUID, DataFile> messages) {}

  /**
   * Serves the feed.
   *
   * @param threads runs what blocks
   */
  public CapFeed(
      Source source,
      MunicipalitySettings municipality,
      MessageTemplates texts,
      VirtualThreads threads,
      InstantSource clock) {
    this.source = source;
    this.municipality = municipality;
    this.threads = threads;
    this.writer = new CapWriter(source.mode(), municipality, texts);
    this.written = new Lately<>(this::write, Duration.ofSeconds(FRESH_SECONDS), clock);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    router
        .get(FEED)
        .handler(context -> answer(context, "application/atom+xml; charset=utf-8", Written::feed));
    router
        .get(FEED + "/:dispatch")
        .handler(
            context ->
                answer(
                    context,
                    "application/cap+xml; charset=utf-8",
                    now -> find(now, context.pathParam("dispatch"))));
  }

  private static DataFile find(Written now, String dispatch) {
    return now.messages().entrySet().stream()
        .filter(entry -> entry.getKey().toString().equals(dispatch))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private void answer(RoutingContext context, String type, Function<Written, DataFile> which) {
    threads
        .call(() -> Optional.ofNullable(which.apply(written.get())))
        .onSuccess(
            found ->
                found.ifPresentOrElse(
                    file -> file.send(context, DataFile.head(context, type, FRESH_SECONDS)),
                    () -> context.response().setStatusCode(404).end()))
        .onFailure(
            failure -> {
              LOG.error("the CAP feed could not be shown", failure);
              context.response().setStatusCode(503).putHeader("Retry-After", "15").end();
            });
  }

  private Written write(Instant now) {
    List<CapMessage> messages = messages();
    Map<UUID, DataFile> files = new LinkedHashMap<>();
    for (int i = 0; i < messages.size(); i++) {
      CapMessage message = messages.get(i);
      List<CapMessage> earlier =
          messages.subList(i + 1, messages.size()).stream()
              .filter(each -> each.occasion().thread().equals(message.occasion().thread()))
              .limit(1)
              .toList();
      files.put(message.dispatch(), DataFile.of(writer.write(message, earlier)));
    }
    List<CapMessage> current =
        messages.stream().filter(message -> now.isBefore(message.expires())).toList();
    return new Written(DataFile.of(feed(current, now)), files);
  }

  /** Lists what was published, the newest first. */
  private List<CapMessage> messages() {
    Map<UUID, List<PublishedNotice>> byDispatch = new LinkedHashMap<>();
    source
        .chronology()
        .listBefore(
            Long.MAX_VALUE,
            LINES,
            ChronologyFilter.ALL.of(source.mode()).of(Set.of(ChronologyKind.NOTICE_PUBLISHED)))
        .stream()
        .map(PublishedNotice::read)
        .forEach(
            notice ->
                byDispatch
                    .computeIfAbsent(notice.dispatchId(), _ -> new ArrayList<>())
                    .add(notice));
    List<CapMessage> messages = new ArrayList<>();
    byDispatch.forEach(
        (id, notices) ->
            source
                .occasions()
                .apply(id)
                .ifPresent(
                    occasion -> messages.add(new CapMessage(id, occasion, inOrder(notices)))));
    return messages;
  }

  /** The main language first, whichever was published first. */
  private List<PublishedNotice> inOrder(List<PublishedNotice> notices) {
    return notices.stream()
        .sorted(
            Comparator.comparingInt(
                notice -> municipality.languages().indexOf(notice.notice().language())))
        .toList();
  }

  private String feed(List<CapMessage> messages, Instant now) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XML.createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "id", address());
      element(xml, "title", municipality.name());
      element(
          xml, "updated", CapWriter.time(messages.isEmpty() ? now : messages.getFirst().sent()));
      link(xml, "self", "application/atom+xml", address());
      xml.writeStartElement("author");
      element(xml, "name", municipality.name());
      xml.writeEndElement();
      for (CapMessage message : messages) {
        entry(xml, message);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  private void entry(XMLStreamWriter xml, CapMessage message) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", "urn:uuid:" + message.dispatch());
    element(xml, "title", message.first().notice().title());
    element(xml, "updated", CapWriter.time(message.sent()));
    element(xml, "summary", message.first().notice().body());
    link(xml, "alternate", "application/cap+xml", address() + "/" + message.dispatch());
    xml.writeEndElement();
  }

  private String address() {
    String base = municipality.baseUrl().toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + FEED;
  }

  private static void link(XMLStreamWriter xml, String relation, String type, String address)
      throws XMLStreamException {
    xml.writeStartElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", address);
    xml.writeEndElement();
  }
}
