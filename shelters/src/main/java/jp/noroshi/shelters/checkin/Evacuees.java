package jp.noroshi.shelters.checkin;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Kana;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.jdbi.v3.core.Handle;

/**
 * Everybody who checked in, by name, across the shelters: for headquarters. Whoever is opened
 * stands in the log of looks, with what for. Thread-safe, blocking.
 */
public final class Evacuees {

  private final Database database;
  private final CardReading reading;
  private final SearchMarks marks;
  private final CardLooks looks;
  private final LiveStays stays;

  Evacuees(Checkin.Parts parts, CardReading reading, LiveStays stays) {
    this.database = parts.database();
    this.reading = reading;
    this.marks = new SearchMarks(parts.cipher());
    this.looks = new CardLooks(parts.clock());
    this.stays = stays;
  }

  /**
   * Whom to look for; what is given must all fit.
   *
   * @param name the beginning of a name, in characters or kana; "" = any
   * @param district of the household, or its neighbourhood association; "" = any
   * @param shelter where they are, or were last
   * @param alsoLeft those, too, who left for good
   */
  public record Question(String name, String district, Optional<UUID> shelter, boolean alsoLeft) {

    /** Tells whether it asks for anybody in particular: nobody leafs through everybody. */
    public boolean isNarrow() {
      return !Kana.plain(name).isEmpty() || !Kana.plain(district).isEmpty() || shelter.isPresent();
    }
  }

  /**
   * Who was found.
   *
   * @param more whether there are others who were not opened
   */
  public record Found(List<Evacuee> evacuees, boolean more) {
    /** Copies the list. */
    public Found {
      evacuees = List.copyOf(evacuees);
    }
  }

  /**
   * Finds people and opens their cards, by kana, those without a name last; each stands in the log.
   *
   * @param limit the most to open
   * @throws IllegalArgumentException when the question is not narrow
   * @throws RegisterRefusedException LOCKED
   */
  public Found find(Question question, LookPurpose purpose, String account, int limit) {
    if (!question.isNarrow()) {
      throw new IllegalArgumentException("a name, a district or a shelter is needed");
    }
    return database.inTransaction(
        handle -> {
          List<OnFile> all = onFile(handle, question);
          List<OnFile> some = all.subList(0, Math.min(limit, all.size()));
          return new Found(
              open(handle, some, new Look(purpose, account, question.shelter())),
              all.size() > limit);
        });
  }

  private List<OnFile> onFile(Handle handle, Question question) {
    Optional<Set<UUID>> named =
        Optional.of(question.name())
            .filter(words -> !Kana.plain(words).isEmpty())
            .map(words -> new HashSet<>(marks.findByName(handle, words)));
    Optional<Set<UUID>> neighbours =
        Optional.of(question.district())
            .filter(words -> !Kana.plain(words).isEmpty())
            .map(words -> membersOf(marks.findByDistrict(handle, words)));
    return stays.read(
        now ->
            candidates(now, named, neighbours, question)
                .map(now::onFile)
                .distinct()
                .filter(each -> question.alsoLeft() || each.isPresent())
                .filter(each -> question.shelter().map(each::isOf).orElse(true))
                .sorted(Comparator.comparing(OnFile::evacuee, EventOrder::compareAsText))
                .toList());
  }

  private Set<UUID> membersOf(List<UUID> households) {
    return stays.read(
        now -> households.stream().flatMap(each -> now.membersOf(each).stream()).collect(toSet()));
  }

  private static Stream<UUID> candidates(
      Stays now, Optional<Set<UUID>> named, Optional<Set<UUID>> neighbours, Question question) {
    if (named.isPresent()) {
      return named.get().stream()
          .filter(each -> neighbours.map(others -> others.contains(each)).orElse(true));
    }
    if (neighbours.isPresent()) {
      return neighbours.get().stream();
    }
    return question.alsoLeft()
        ? now.everybody().stream()
        : now.presentAt(question.shelter().orElseThrow()).stream().map(Presence::evacuee);
  }

  /**
   * Opens the cards of some people; each stands in the log.
   *
   * @return those of whom something is known, by kana
   * @throws RegisterRefusedException LOCKED
   */
  public List<Evacuee> open(
      Handle handle, Collection<UUID> evacuees, LookPurpose purpose, String account) {
    List<OnFile> all =
        stays.read(
            now ->
                evacuees.stream().map(now::onFile).distinct().filter(OnFile::isSomebody).toList());
    return open(handle, all, new Look(purpose, account, Optional.empty()));
  }

  /**
   * What there is to see where something is doubtful.
   *
   * @param evacuees the people, and the members of the households, that it is about
   * @param versions the cards that were written without knowing of each other
   */
  public record Evidence(List<Evacuee> evacuees, List<CheckinEvent> versions) {
    /** Copies the lists. */
    public Evidence {
      evacuees = List.copyOf(evacuees);
      versions = List.copyOf(versions);
    }
  }

  /**
   * Opens what a doubt is about, for somebody who decides; each stands in the log.
   *
   * @param records people or households
   * @throws RegisterRefusedException LOCKED
   */
  public Evidence openDoubtful(List<UUID> records, String account) {
    return database.inTransaction(
        handle -> {
          Set<UUID> people = new HashSet<>(records);
          people.addAll(membersOf(records));
          Set<UUID> heads =
              stays.read(
                  now ->
                      records.stream()
                          .flatMap(each -> now.lastCards(each).stream())
                          .collect(toSet()));
          List<Evacuee> opened = open(handle, people, LookPurpose.DOUBT, account);
          return new Evidence(
              opened,
              CheckinLog.byId(handle, heads).stream()
                  .sorted(Comparator.comparingLong(CheckinLog.Stored::position))
                  .map(reading::open)
                  .toList());
        });
  }

  /** Returns the blind index of somebody's kana with birth date; empty without kana. */
  public Optional<String> markOf(String kana, LocalDate birth) {
    return reading.markOf(kana, birth);
  }

  /** Returns the records that stand for some now: what was joined has become one. */
  public Set<UUID> standingFor(Collection<UUID> records) {
    return stays.read(
        now -> records.stream().map(each -> now.onFile(each).evacuee()).collect(toSet()));
  }

  /** Opens everybody who was ever at a shelter, for a hand-over; each stands in the log. */
  public List<Evacuee> openAll(Handle handle, LookPurpose purpose, String account) {
    return open(handle, stays.read(Stays::everybody), purpose, account);
  }

  private record Look(LookPurpose purpose, String account, Optional<UUID> shelter) {}

  private List<Evacuee> open(Handle handle, List<OnFile> some, Look look) {
    looks.note(
        handle,
        look.account(),
        look.purpose(),
        look.shelter(),
        some.stream().map(OnFile::evacuee).toList());
    Map<UUID, Fact> facts = facts(handle, some);
    return some.stream()
        .map(each -> evacuee(each, facts))
        .sorted(
            Comparator.comparing((Evacuee each) -> each.card().name().isBlank())
                .thenComparing(each -> Kana.plain(each.card().kana()))
                .thenComparing(each -> each.card().name()))
        .toList();
  }

  private Map<UUID, Fact> facts(Handle handle, List<OnFile> some) {
    Set<UUID> events = new HashSet<>();
    for (OnFile each : some) {
      each.card().ifPresent(events::add);
      each.householdCard().ifPresent(events::add);
      each.stay().map(stay -> stay.order().id()).ifPresent(events::add);
    }
    return CheckinLog.byId(handle, events).stream()
        .collect(
            toMap(
                CheckinLog.Stored::id,
                event ->
                    reading.open(event.id(), event.sign(), Optional.ofNullable(event.sealed()))));
  }

  private static Evacuee evacuee(OnFile file, Map<UUID, Fact> facts) {
    return new Evacuee(
        file.evacuee(),
        file.household(),
        written(file.card(), facts, Fact.EvacueeWritten.class, Fact.EvacueeWritten::card)
            .orElse(PersonCard.BLANK),
        written(
                file.householdCard(),
                facts,
                Fact.HouseholdWritten.class,
                Fact.HouseholdWritten::card)
            .orElse(HouseholdCard.BLANK),
        file.stay().map(stay -> where(stay, file.form(), facts)));
  }

  private static <F, T> Optional<T> written(
      Optional<UUID> event, Map<UUID, Fact> facts, Class<F> type, Function<F, T> card) {
    return event.map(facts::get).filter(type::isInstance).map(type::cast).map(card);
  }

  private static Evacuee.Where where(Records.Stay stay, StayForm form, Map<UUID, Fact> facts) {
    Optional<LeftFor> left =
        stay.sign() instanceof Sign.Gone gone ? Optional.of(gone.to()) : Optional.empty();
    String note = facts.get(stay.order().id()) instanceof Fact.Left word ? word.note() : "";
    return new Evacuee.Where(
        stay.shelter(),
        form,
        stay.sign() instanceof Sign.WentOut,
        left,
        note,
        Instant.ofEpochMilli(stay.order().wall()));
  }
}
