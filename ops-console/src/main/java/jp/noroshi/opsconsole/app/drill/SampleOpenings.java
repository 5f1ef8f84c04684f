package jp.noroshi.opsconsole.app.drill;

import java.util.List;
import java.util.Optional;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.site.EvacuationSite;
import jp.noroshi.opsconsole.api.Places;
import jp.noroshi.shelters.opening.Inspection;
import jp.noroshi.shelters.opening.Inspection.Check;
import jp.noroshi.shelters.opening.Inspection.Item;
import jp.noroshi.shelters.opening.NewShelter;
import jp.noroshi.shelters.opening.OpeningWord;
import jp.noroshi.shelters.opening.Shelter;
import jp.noroshi.shelters.opening.ShelterKind;

/**
 * An evening at the shelters of the sample municipality: most of them open, some on their way, one
 * opened by the people themselves.
 */
final class SampleOpenings {

  private static final List<Crowding> OPEN =
      List.of(
          Crowding.ROOM,
          Crowding.SOMEWHAT_CROWDED,
          Crowding.ROOM,
          Crowding.FULL,
          Crowding.CROWDED,
          Crowding.ROOM);

  /** Every so manyth site is open, so that they lie all over the municipality. */
  private static final int APART = 5;

  private static final int ON_THEIR_WAY = APART * OPEN.size();

  private static final NewShelter SELF_OPENED =
      new NewShelter(
          "三福こがね公民館（自主避難所）",
          ShelterKind.SELF_OPENED,
          "静岡県伊豆の国市三福",
          Optional.of(new LatLon(35.0047, 138.9466)),
          Optional.empty(),
          Optional.of(40),
          true,
          "三福区の役員");

  private static final NewShelter CAR_PARK =
      new NewShelter(
          "山木あけぼの広場の駐車場",
          ShelterKind.CAR_PARK,
          "静岡県伊豆の国市山木",
          Optional.of(new LatLon(35.0535, 138.9520)),
          Optional.empty(),
          Optional.of(60),
          false,
          "消防団の見回り");

  private static final Inspection SOUND =
      new Inspection(
          List.of(
              new Check(Item.BUILDING, true, ""),
              new Check(Item.ROAD, true, ""),
              new Check(Item.POWER, true, ""),
              new Check(Item.WATER, false, "受水槽の点検待ち")));

  private static final Inspection UNSAFE =
      new Inspection(List.of(new Check(Item.BUILDING, false, "天井材が落ちかけている")));

  private final Places places;

  SampleOpenings(Places places) {
    this.places = places;
  }

  /** Says how they stand, unless something was said before. */
  void load() {
    if (!places.openings().standing().isEmpty()) {
      return;
    }
    List<EvacuationSite> sites = places.sites().list();
    for (int i = 0; i < OPEN.size() && i * APART < sites.size(); i++) {
      open(shelter(sites, i * APART), OPEN.get(i));
    }
    if (sites.size() > ON_THEIR_WAY) {
      startOthers(sites);
    }
    open(places.shelters().add(SELF_OPENED, DrillAccounts.SHELTER), Crowding.ROOM);
    open(places.shelters().add(CAR_PARK, DrillAccounts.SHELTER), Crowding.UNKNOWN);
  }

  private void startOthers(List<EvacuationSite> sites) {
    for (int at : List.of(1, 3, 7, 9)) {
      instruct(shelter(sites, at));
    }
    say(shelter(sites, 7), new OpeningWord.Inspect(SOUND, ""));
    say(shelter(sites, 9), new OpeningWord.Inspect(UNSAFE, ""));
    say(shelter(sites, 9), new OpeningWord.CannotOpen("天井材が落ちるおそれ"));
  }

  private Shelter shelter(List<EvacuationSite> sites, int at) {
    return places.shelters().find(sites.get(at).id()).orElseThrow();
  }

  private void instruct(Shelter shelter) {
    places.openings().say(shelter, new OpeningWord.Instruct(""), DrillAccounts.OFFICER);
  }

  private void open(Shelter shelter, Crowding crowding) {
    say(shelter, new OpeningWord.Open(""));
    if (crowding != Crowding.UNKNOWN) {
      say(shelter, new OpeningWord.Crowded(crowding, Optional.empty()));
    }
  }

  private void say(Shelter shelter, OpeningWord word) {
    places.openings().say(shelter, word, DrillAccounts.SHELTER);
  }
}
