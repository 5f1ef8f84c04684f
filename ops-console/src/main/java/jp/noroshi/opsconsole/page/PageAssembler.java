package jp.noroshi.opsconsole.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.channels.web.PublishedNotice;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.route.WayProfile;
import jp.noroshi.opsconsole.page.PageModel.Bar;
import jp.noroshi.opsconsole.page.PageModel.Choice;
import jp.noroshi.opsconsole.page.PageModel.NoticeLine;
import jp.noroshi.opsconsole.page.PageModel.Overview;
import jp.noroshi.opsconsole.page.PageModel.Trouble;
import jp.noroshi.opsconsole.page.PageRequest.Subject;

/** Makes the model of a page of what is known. Stateless, thread-safe. */
final class PageAssembler {

  private static final int NOTICES = 12;

  private final MunicipalitySettings municipality;
  private final Map<String, PageWords> languages;
  private final PageSwitches switches;

  /**
   * Assembles pages.
   *
   * @param languages the words by language
   * @param switches of language and size
   */
  PageAssembler(
      MunicipalitySettings municipality, Map<String, PageWords> languages, PageSwitches switches) {
    this.municipality = municipality;
    this.languages = Map.copyOf(languages);
    this.switches = switches;
  }

  /** Tells whether there is something to show; a notice that is gone or a wrong district is not. */
  boolean exists(PageRequest request, ResidentsSnapshot known) {
    return switch (request.subject()) {
      case Subject.City() -> true;
      case Subject.District(AreaCode code) -> municipality.findDistrict(code).isPresent();
      case Subject.Notice(Optional<UUID> dispatch) ->
          notices(known, request, Optional.empty())
              .anyMatch(notice -> dispatch.filter(notice.dispatchId()::equals).isPresent());
    };
  }

  /**
   * Makes a page.
   *
   * @param stale whether the hub could not look again, so that what is known may be outdated
   */
  PageModel assemble(PageRequest request, ResidentsSnapshot known, boolean stale) {
    PageWords words = languages.get(request.language());
    Optional<AreaCode> district =
        request.subject() instanceof Subject.District(AreaCode code)
            ? municipality.findDistrict(code).map(MunicipalitySettings.District::code)
            : Optional.empty();
    List<EvacuationOrder> orders =
        known.orders().stream()
            .filter(order -> district.map(order.district()::equals).orElse(true))
            .toList();
    boolean found = exists(request, known);
    boolean isNotice = request.subject() instanceof Subject.Notice;
    List<Trouble> trouble = trouble(request, known, stale, found);
    return new PageModel(
        request.language(),
        words.title(known.mode() == Mode.DRILL),
        request.size().parameter(),
        known.mode() == Mode.DRILL,
        heading(words, district),
        trouble,
        isNotice ? Optional.empty() : bar(words, orders),
        isNotice || stale || !orders.isEmpty()
            ? Optional.empty()
            : Optional.of(words.say(district.isPresent() ? "none-here" : "none")),
        words.sayAt("checked", known.asOf()),
        isNotice
            ? Optional.empty()
            : Optional.of(overview(request, known, orders, district, stale)),
        isNotice && found ? notice(request, known) : Optional.empty(),
        switches.languages(request.language(), language -> request.in(language).address()),
        PageSwitches.sizes(
            request.size(), request.language(), words, size -> request.sized(size).address()),
        districtChoices(request, words),
        request.address(),
        request.about(new Subject.City()).address(),
        way(request, district),
        request.address() + "&part=now",
        known.number(),
        words.sayAt("lost", known.asOf()),
        words.fixed());
  }

  private static String way(PageRequest request, Optional<AreaCode> district) {
    return new WayRequest(
            district.map(WayRequest.From.District::new),
            Optional.empty(),
            WayProfile.FOOT,
            request.language(),
            request.size())
        .address();
  }

  /** Makes the few words of the page for the case that nothing is known at all. */
  Map<String, String> nothingKnown(PageRequest request) {
    PageWords words = languages.get(request.language());
    return Map.of(
        "lang", request.language(),
        "title", words.say("unknown"),
        "unknown", words.say("unknown"),
        "hint", words.say("unknown-all"),
        "self", request.address(),
        "refresh", words.say("refresh"));
  }

  private static String heading(PageWords words, Optional<AreaCode> district) {
    return district
        .map(code -> words.sayOf("now-district", code))
        .orElseGet(() -> words.say("now-city"));
  }

  private List<Trouble> trouble(
      PageRequest request, ResidentsSnapshot known, boolean stale, boolean found) {
    PageWords words = languages.get(request.language());
    List<Trouble> all = new ArrayList<>();
    if (stale) {
      all.add(new Trouble(words.say("unknown"), words.sayAt("unknown-since", known.asOf())));
    }
    if (!known.feed().arrives()) {
      String since =
          known
              .feed()
              .lastMessage()
              .map(time -> words.sayAt("feed-since", time))
              .orElseGet(() -> words.say("feed-never"));
      all.add(new Trouble(words.say("feed"), since));
    }
    if (!found) {
      boolean isNotice = request.subject() instanceof Subject.Notice;
      String key = isNotice ? "missing" : "no-district";
      all.add(new Trouble(words.say(key), words.say(key + "-hint")));
    }
    return all;
  }

  private static Optional<Bar> bar(PageWords words, List<EvacuationOrder> orders) {
    return orders.stream()
        .max(Comparator.comparing(EvacuationOrder::level))
        .map(
            order ->
                new Bar(
                    key(order),
                    number(order),
                    words.order(order),
                    words.hazard(order.hazard()),
                    words.action(order),
                    words.sayAt("since", order.since())));
  }

  private static String key(EvacuationOrder order) {
    return order.showsLevel() ? Integer.toString(order.level().number()) : "t";
  }

  private static Optional<Integer> number(EvacuationOrder order) {
    return order.showsLevel() ? Optional.of(order.level().number()) : Optional.empty();
  }

  private Overview overview(
      PageRequest request,
      ResidentsSnapshot known,
      List<EvacuationOrder> orders,
      Optional<AreaCode> district,
      boolean stale) {
    PageWords words = languages.get(request.language());
    List<PageModel.AlertLine> alerts =
        known.alerts().stream()
            .filter(alert -> concerns(alert.districts(), district))
            .map(
                alert ->
                    new PageModel.AlertLine(
                        alert.publisher(),
                        alert.name(),
                        words.areas(alert.districts()),
                        words.sayAt("since", alert.since())))
            .toList();
    List<NoticeLine> notices =
        notices(known, request, district)
            .limit(NOTICES)
            .map(notice -> line(request, known, notice))
            .toList();
    boolean noAlerts = alerts.isEmpty() && known.feed().arrives() && !stale;
    return new Overview(orderLines(words, orders), alerts, notices, noAlerts);
  }

  private record Kind(AlertLevel level, Hazard hazard) {}

  private static List<PageModel.OrderLine> orderLines(
      PageWords words, List<EvacuationOrder> orders) {
    Map<Kind, List<EvacuationOrder>> kinds =
        orders.stream()
            .collect(
                Collectors.groupingBy(
                    order -> new Kind(order.level(), order.hazard()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return kinds.values().stream()
        .map(
            same -> {
              EvacuationOrder first = same.getFirst();
              return new PageModel.OrderLine(
                  key(first),
                  number(first),
                  words.order(first),
                  words.hazard(first.hazard()),
                  words.areas(same.stream().map(EvacuationOrder::district).toList()),
                  words.sayAt(
                      "since",
                      same.stream()
                          .map(EvacuationOrder::since)
                          .max(Comparator.naturalOrder())
                          .orElseThrow()));
            })
        .toList();
  }

  /** Each dispatch once, in the reader's language where it was written in it. */
  private Stream<PublishedNotice> notices(
      ResidentsSnapshot known, PageRequest request, Optional<AreaCode> district) {
    Map<UUID, PublishedNotice> best = new LinkedHashMap<>();
    for (PublishedNotice notice : known.notices()) {
      best.merge(
          notice.dispatchId(),
          notice,
          (one, other) -> rank(other, request) < rank(one, request) ? other : one);
    }
    return best.values().stream()
        .filter(
            notice ->
                concerns(notice.notice().areas().stream().map(AreaCode::new).toList(), district));
  }

  private int rank(PublishedNotice notice, PageRequest request) {
    String language = notice.notice().language();
    return language.equals(request.language())
        ? 0
        : language.equals(municipality.mainLanguage()) ? 1 : 2;
  }

  private boolean concerns(List<AreaCode> areas, Optional<AreaCode> district) {
    return district.isEmpty()
        || areas.isEmpty()
        || areas.stream().anyMatch(area -> municipality.districtsOf(area).contains(district.get()));
  }

  private Optional<NoticeLine> notice(PageRequest request, ResidentsSnapshot known) {
    return request.subject() instanceof Subject.Notice(Optional<UUID> dispatch)
        ? notices(known, request, Optional.empty())
            .filter(notice -> dispatch.filter(notice.dispatchId()::equals).isPresent())
            .findFirst()
            .map(notice -> line(request, known, notice))
        : Optional.empty();
  }

  private NoticeLine line(PageRequest request, ResidentsSnapshot known, PublishedNotice notice) {
    PageWords words = languages.get(request.language());
    PageRequest own = request.about(new Subject.Notice(Optional.of(notice.dispatchId())));
    return new NoticeLine(
        notice.notice().language(),
        notice.notice().title(),
        notice.notice().body().lines().filter(line -> !line.isBlank()).toList(),
        words.sayAt("published", notice.publishedAt()),
        words.sayAt("until", notice.notice().expiresAt()),
        !known.asOf().isBefore(notice.notice().expiresAt()),
        own.address());
  }

  private List<Choice> districtChoices(PageRequest request, PageWords words) {
    List<Choice> all = new ArrayList<>();
    all.add(choice(request, new Subject.City(), words.say("all-city")));
    municipality
        .districts()
        .forEach(
            district ->
                all.add(
                    choice(
                        request,
                        new Subject.District(district.code()),
                        municipality.areaName(district.code(), request.language()))));
    return all;
  }

  private static Choice choice(PageRequest request, Subject subject, String text) {
    return new Choice(
        text,
        request.language(),
        request.about(subject).address(),
        subject.equals(request.subject()));
  }
}
