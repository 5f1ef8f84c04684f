package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.shelters.opening.Inspection;
import jp.noroshi.shelters.opening.Inspection.Check;
import jp.noroshi.shelters.opening.NewShelter;
import jp.noroshi.shelters.opening.OpeningLine;
import jp.noroshi.shelters.opening.OpeningRefusal;
import jp.noroshi.shelters.opening.OpeningRefusedException;
import jp.noroshi.shelters.opening.OpeningWord;
import jp.noroshi.shelters.opening.Openings;
import jp.noroshi.shelters.opening.PlaceCorrection;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterBoard;
import jp.noroshi.shelters.opening.ShelterKind;
import jp.noroshi.shelters.opening.Shelters;

/** Shelters: the course of their opening, how crowded they are, and places entered by hand. */
final class ShelterRoutes implements Routes {

  private final HubFacts hub;
  private final Shelters shelters;
  private final Openings openings;
  private final ShelterBoard board;

  ShelterRoutes(HubFacts hub, Places places) {
    this.hub = hub;
    this.shelters = places.shelters();
    this.openings = places.openings();
    this.board = places.board();
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listShelters", this::list,
        "addShelter", this::add,
        "correctShelter", this::correct,
        "getShelter", this::get,
        "instructShelters", this::instruct,
        "sayOpening", this::say,
        "sayCrowding", this::sayCrowding,
        "confirmOpening", call -> say(call, new OpeningWord.StillCorrect()));
  }

  private record ShelterList(Instant asOf, long saidEveryMinutes, List<ShelterView> shelters) {}

  private Answer list(Call call) {
    return Answer.ok(
        new ShelterList(
            hub.now(),
            board.settings().saidEvery().toMinutes(),
            board.standings().stream()
                .map(standing -> ShelterView.of(standing, hub, call.language()))
                .toList()));
  }

  private record ShelterPage(
      Instant asOf,
      long saidEveryMinutes,
      ShelterView shelter,
      List<OpeningLine> course,
      List<PlaceVersionView> versions) {}

  private Answer get(Call call) {
    UUID id = call.id("shelterId");
    return Answer.okOrNotFound(
        board
            .find(id)
            .map(
                standing ->
                    new ShelterPage(
                        hub.now(),
                        board.settings().saidEvery().toMinutes(),
                        ShelterView.of(standing, hub, call.language()),
                        openings.history(id),
                        versions(id, call))));
  }

  /** Who told of a place is for staff, not for a tablet at some reception. */
  private List<PlaceVersionView> versions(UUID id, Call call) {
    return call.tablet().isPresent()
        ? List.of()
        : shelters.versions(id).stream()
            .map(version -> PlaceVersionView.of(version, hub, call.language()))
            .toList();
  }

  private record Place(
      String name,
      ShelterKind kind,
      String address,
      Optional<LatLon> location,
      Optional<AreaCode> district,
      Optional<Integer> capacity,
      boolean announced,
      String toldBy) {
    NewShelter toShelter() {
      return new NewShelter(
          name, kind, textOf(address), location, district, capacity, announced, textOf(toldBy));
    }
  }

  private Answer add(Call call) {
    Shelter added = shelters.add(call.read(Place.class).toShelter(), call.actor());
    return Answer.created(view(added.id(), call));
  }

  private record Correction(int version, Place place, String reason) {}

  private Answer correct(Call call) {
    Correction body = call.read(Correction.class);
    UUID id = call.id("shelterId");
    shelters.correct(
        id,
        new PlaceCorrection(body.version(), body.place().toShelter(), body.reason()),
        call.actor());
    return Answer.ok(view(id, call));
  }

  private record Instruction(List<UUID> shelters, String note) {}

  private record NotInstructed(UUID shelter, String name, String reason) {}

  private record Instructed(List<ShelterView> instructed, List<NotInstructed> refused) {}

  /**
   * Each by itself: one that stands elsewhere already must not keep the others waiting. One that
   * there is not is a mistake, and then nobody is instructed.
   */
  private Answer instruct(Call call) {
    Instruction body = call.read(Instruction.class);
    OpeningWord word = new OpeningWord.Instruct(textOf(body.note()));
    List<ShelterView> instructed = new ArrayList<>();
    List<NotInstructed> refused = new ArrayList<>();
    for (Shelter shelter : body.shelters().stream().map(this::find).toList()) {
      try {
        openings.say(shelter, word, call.actor());
        instructed.add(view(shelter.id(), call));
      } catch (OpeningRefusedException e) {
        refused.add(
            new NotInstructed(shelter.id(), shelter.name(), titleOf(e.refusal(), call.language())));
      }
    }
    return Answer.ok(new Instructed(instructed, refused));
  }

  private static String titleOf(OpeningRefusal refusal, Language language) {
    return Texts.in(language).get("problem." + ProblemKind.of(refusal).slug() + ".title", Map.of());
  }

  /** What may be said on the spot; an instruction comes from elsewhere. */
  private enum Step {
    INSPECT,
    OPEN,
    CANNOT_OPEN,
    BEGIN_CLOSING,
    CLOSE
  }

  private record Word(Step step, List<Check> checks, String note) {
    OpeningWord toWord() {
      String said = textOf(note);
      return switch (step) {
        case INSPECT ->
            new OpeningWord.Inspect(new Inspection(checks == null ? List.of() : checks), said);
        case OPEN -> new OpeningWord.Open(said);
        case CANNOT_OPEN -> new OpeningWord.CannotOpen(said);
        case BEGIN_CLOSING -> new OpeningWord.BeginClosing(said);
        case CLOSE -> new OpeningWord.Close(said);
      };
    }
  }

  private Answer say(Call call) {
    return say(call, call.read(Word.class).toWord());
  }

  private record CrowdingWord(Crowding crowding, Optional<Instant> until) {}

  private Answer sayCrowding(Call call) {
    CrowdingWord body = call.read(CrowdingWord.class);
    return say(call, new OpeningWord.Crowded(body.crowding(), body.until()));
  }

  private Answer say(Call call, OpeningWord word) {
    UUID id = call.id("shelterId");
    call.requireOwnShelter(id);
    openings.say(find(id), word, call.actor());
    return Answer.ok(view(id, call));
  }

  private Shelter find(UUID id) {
    return shelters
        .find(id)
        .orElseThrow(() -> new OpeningRefusedException(OpeningRefusal.NOT_FOUND));
  }

  private ShelterView view(UUID id, Call call) {
    return ShelterView.of(board.find(id).orElseThrow(), hub, call.language());
  }

  private static String textOf(String said) {
    return said == null ? "" : said;
  }
}
