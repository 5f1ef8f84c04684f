package jp.noroshi.gis.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.gis.register.ImportRow.Outcome;
import org.jdbi.v3.core.Handle;

/** Compares extracts with the register: what would be added, changed, taken off the list. */
final class ExtractComparison {

  private final ExtractCondition conditions;
  private final HomeFinder homes;

  ExtractComparison(ListingRules rules, HomeFinder homes) {
    this.conditions = new ExtractCondition(rules);
    this.homes = homes;
  }

  /** A person of the register, opened for comparison. */
  record Known(PersonEntry entry, int version) {}

  /**
   * Compares.
   *
   * @param known everybody in the register, by their number as it is compared
   */
  List<ImportRow> compare(Handle handle, List<Extract> extracts, Map<String, Known> known) {
    List<ExtractFile.Row> residents = rows(extracts, Extract.Kind.RESIDENT);
    Map<String, List<ExtractFile.Row>> care = byReference(rows(extracts, Extract.Kind.CARE));
    Map<String, List<ExtractFile.Row>> disability =
        byReference(rows(extracts, Extract.Kind.DISABILITY));
    List<HomeFinder.Known> districts = homes.districts(handle);
    Set<String> seen = new HashSet<>();
    List<ImportRow> compared = new ArrayList<>();
    for (ExtractFile.Row resident : residents) {
      Optional<ImportDoubt> refusal = refusal(resident, seen);
      if (refusal.isPresent()) {
        compared.add(refused(resident.number(), refusal.get()));
      } else {
        String reference = reference(resident);
        ExtractPerson person =
            new ExtractPerson(
                resident,
                care.getOrDefault(reference, List.of()),
                disability.getOrDefault(reference, List.of()));
        compared.add(compare(handle, districts, person, Optional.ofNullable(known.get(reference))));
      }
    }
    addMissing(compared, known, seen);
    addStray(compared, care.keySet(), seen);
    addStray(compared, disability.keySet(), seen);
    return compared;
  }

  private ImportRow compare(
      Handle handle,
      List<HomeFinder.Known> districts,
      ExtractPerson person,
      Optional<Known> known) {
    Set<ImportDoubt> doubts = EnumSet.noneOf(ImportDoubt.class);
    Optional<PersonEntry> before = known.map(Known::entry);
    Condition condition = conditions.read(person, before.map(PersonEntry::condition), doubts);
    if (before.isEmpty()
        && (condition.reasons().isEmpty() || person.state() != PersonState.LISTED)) {
      return new ImportRow(
          Optional.of(person.resident().number()),
          Optional.empty(),
          Outcome.NOT_LISTED,
          Set.of(),
          List.of(),
          0,
          Optional.empty());
    }
    PersonEntry after =
        entry(person, before, condition, home(handle, districts, person, before, doubts), doubts);
    Set<ChangeKind> kinds = ChangeFinder.kinds(before, after);
    Outcome outcome =
        before.isEmpty() ? Outcome.ADDED : kinds.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
    return new ImportRow(
        Optional.of(person.resident().number()),
        Optional.of(after.id()),
        outcome,
        kinds,
        List.copyOf(doubts),
        known.map(Known::version).orElse(0),
        Optional.of(after));
  }

  /** A home the office has placed by hand stays while the address does. */
  private HomeFinder.Home home(
      Handle handle,
      List<HomeFinder.Known> districts,
      ExtractPerson person,
      Optional<PersonEntry> before,
      Set<ImportDoubt> doubts) {
    Set<ImportDoubt> ofPlace = EnumSet.noneOf(ImportDoubt.class);
    HomeFinder.Home found = homes.find(handle, districts, person.resident(), ofPlace);
    String address = person.resident().find(ExtractColumn.ADDRESS).orElse("");
    boolean exact = !found.doubtful() && found.point().isPresent();
    Optional<PersonEntry> stays =
        before
            .filter(_ -> !exact)
            .filter(known -> known.home().isPresent())
            .filter(known -> known.identity().address().equals(address));
    if (stays.isPresent()) {
      PersonEntry known = stays.get();
      return new HomeFinder.Home(known.district(), known.home(), known.homeDoubtful());
    }
    doubts.addAll(ofPlace);
    return found;
  }

  private static PersonEntry entry(
      ExtractPerson person,
      Optional<PersonEntry> before,
      Condition condition,
      HomeFinder.Home home,
      Set<ImportDoubt> doubts) {
    PersonState state =
        person.state() == PersonState.LISTED && condition.reasons().isEmpty()
            ? PersonState.REMOVED
            : person.state();
    return new PersonEntry(
        before.map(PersonEntry::id).orElseGet(PersonId::random),
        home.district(),
        home.point(),
        home.doubtful(),
        before.map(PersonEntry::mobility).orElseGet(() -> ExtractCondition.mobility(condition)),
        state,
        person.identity(before.map(PersonEntry::identity), doubts),
        condition,
        person.contacts(before.map(PersonEntry::contacts).orElse(Contacts.NONE)));
  }

  private static Optional<ImportDoubt> refusal(ExtractFile.Row resident, Set<String> seen) {
    if (resident.find(ExtractColumn.REFERENCE).isEmpty()) {
      return Optional.of(ImportDoubt.REFERENCE_MISSING);
    }
    if (!seen.add(reference(resident))) {
      return Optional.of(ImportDoubt.REFERENCE_TWICE);
    }
    return resident.find(ExtractColumn.NAME).isEmpty()
        ? Optional.of(ImportDoubt.NAME_MISSING)
        : Optional.empty();
  }

  private static void addMissing(
      List<ImportRow> compared, Map<String, Known> known, Set<String> seen) {
    known.forEach(
        (reference, person) -> {
          if (!seen.contains(reference) && person.entry().state() == PersonState.LISTED) {
            compared.add(
                new ImportRow(
                    Optional.empty(),
                    Optional.of(person.entry().id()),
                    Outcome.MISSING,
                    Set.of(),
                    List.of(),
                    person.version(),
                    Optional.of(person.entry())));
          }
        });
  }

  private static void addStray(
      List<ImportRow> compared, Collection<String> references, Set<String> seen) {
    references.stream()
        .filter(seen::add)
        .forEach(
            _ ->
                compared.add(
                    new ImportRow(
                        Optional.empty(),
                        Optional.empty(),
                        Outcome.NOT_LISTED,
                        Set.of(),
                        List.of(ImportDoubt.NO_RESIDENT),
                        0,
                        Optional.empty())));
  }

  private static ImportRow refused(int number, ImportDoubt doubt) {
    return new ImportRow(
        Optional.of(number),
        Optional.empty(),
        Outcome.REFUSED,
        Set.of(),
        List.of(doubt),
        0,
        Optional.empty());
  }

  private static List<ExtractFile.Row> rows(List<Extract> extracts, Extract.Kind kind) {
    return extracts.stream()
        .filter(extract -> extract.kind() == kind)
        .flatMap(extract -> ExtractFile.read(extract.bytes()).rows().stream())
        .toList();
  }

  private static Map<String, List<ExtractFile.Row>> byReference(List<ExtractFile.Row> rows) {
    Map<String, List<ExtractFile.Row>> grouped = new LinkedHashMap<>();
    for (ExtractFile.Row row : rows) {
      if (row.find(ExtractColumn.REFERENCE).isPresent()) {
        grouped.computeIfAbsent(reference(row), _ -> new ArrayList<>()).add(row);
      }
    }
    return grouped;
  }

  private static String reference(ExtractFile.Row row) {
    return Kana.reference(row.find(ExtractColumn.REFERENCE).orElseThrow());
  }
}
