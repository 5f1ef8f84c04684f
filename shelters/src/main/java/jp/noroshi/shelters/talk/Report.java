package jp.noroshi.shelters.talk;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.shelters.response.PersonAnswer;

/**
 * What a resident reported of themselves.
 *
 * @param number for talking about it
 * @param kind safe, or help wanted
 * @param via how it came
 * @param said what they wrote
 * @param joined the case it is about, when it is of somebody called up
 * @param vouched whether it came from an account that is linked to the person
 * @param times how often it came
 * @param handled who dealt with it
 */
public record Report(
    UUID id,
    int number,
    PersonAnswer kind,
    Via via,
    Said said,
    Optional<UUID> joined,
    boolean vouched,
    Instant firstAt,
    Instant lastAt,
    int times,
    Optional<Handled> handled) {

  /** How a report comes. The name is stored. */
  public enum Via {
    /** From the page. */
    WEB,
    /** As a word on LINE. */
    LINE
  }

  /**
   * What was written; blank where nothing was.
   *
   * @param place where they are, in words
   * @param people how many they are; 0 = not said
   * @param location where they are, if they let their phone tell
   */
  public record Said(
      String name,
      String kana,
      String phone,
      String place,
      int people,
      String note,
      Optional<Position> location) {

    /** Nothing but that it was said. */
    public static final Said NOTHING = new Said("", "", "", "", 0, "", Optional.empty());

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PHONE = 20;
    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST_PEOPLE = 999;

    /**
     * Returns the same with what an earlier word said of the place, where this one says nothing.
     */
    Said after(Said earlier) {
      return location.isPresent() ? this : located(earlier.location, place);
    }

    /** Returns the same with a position, and its address where no place was written. */
    Said at(Position position, String address) {
      return located(Optional.of(position), place.isEmpty() ? address : place);
    }

    private Said located(Optional<Position> position, String words) {
      return new Said(name, kana, phone, words, people, note, position);
    }

    boolean fits() {
      return name.length() <= LONGEST_NAME
          && kana.length() <= LONGEST_NAME
          && phone.length() <= LONGEST_PHONE
          && place.length() <= LONGEST_PLACE
          && note.length() <= LONGEST_NOTE
          && people >= 0
          && people <= MOST_PEOPLE;
    }

    /** Hides everything: it is personal data. */
    @Override
    public String toString() {
      return "Said[…]";
    }
  }

  /**
   * Where a phone said that somebody is.
   *
   * @param metres how far off it may be, as the phone reckons; empty = not known
   * @param at when it was told
   */
  public record Position(LatLon point, OptionalInt metres, Instant at) {

    /** Hides everything: it is personal data. */
    @Override
    public String toString() {
      return "Position[…]";
    }
  }

  /** What was done about it. */
  public record Handled(Instant at, String by, String outcome) {}
}
