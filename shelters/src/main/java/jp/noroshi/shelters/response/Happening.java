package jp.noroshi.shelters.response;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.audience.CallEvent.CallEnd;

/** What can happen to a case. */
public sealed interface Happening {

  /**
   * The person is inside what is ordered.
   *
   * @param starts whether the start signal of their plan is reached
   * @param afresh whether the district was free of orders in between: what was true before it does
   *     not count any more, except for who is still at a shelter
   */
  record CalledUp(boolean starts, boolean afresh) implements Happening {}

  /** The clock looked at a case that was due. */
  record TimeCame() implements Happening {}

  /** A supporter goes; also when staff write it down for them. */
  record Accepted(UUID task) implements Happening {}

  /** A supporter cannot, or cannot any more. */
  record Declined(UUID task) implements Happening {}

  /** A supporter is on the way. */
  record OnTheWay(UUID task) implements Happening {}

  /** A supporter says that the person is safe. */
  record SupporterSaysSafe(UUID task) implements Happening {}

  /** The person says that they are safe. */
  record SaysSafe() implements Happening {}

  /** The person says that they leave for a safe place: they are not there yet. */
  record SaysLeaving() implements Happening {}

  /** The person says that they are where their house is safe. */
  record SaysIndoors() implements Happening {}

  /**
   * The hub telephoned, and got no answer.
   *
   * @param how the call ended
   * @param givenUp the task of a supporter who will not be called any more
   */
  record NotReached(CallEnd how, Optional<UUID> givenUp) implements Happening {}

  /** The person asks for help. */
  record AsksForHelp() implements Happening {}

  /**
   * A shelter took the person in.
   *
   * @param at when that was: tablets without a network tell later
   */
  record CheckedIn(UUID shelter, Instant at) implements Happening {}

  /**
   * The person left a shelter.
   *
   * @param at when that was
   */
  record LeftShelter(UUID shelter, Instant at) implements Happening {}

  /**
   * Staff set the person safe.
   *
   * @param seen whether they saw or spoke to somebody, or only assume it
   */
  record StaffSaySafe(String by, boolean seen) implements Happening {}

  /** Staff doubt that the person is safe. */
  record Doubted() implements Happening {}

  /** Staff want everybody asked anew who can be asked. */
  record AskedAgain() implements Happening {}

  /** Staff telephoned, and nobody answered. */
  record CalledInVain() implements Happening {}

  /** Staff went there, and met nobody. */
  record VisitedInVain() implements Happening {}

  /** Staff gave the search for the person to the fire service. */
  record HandedToFire() implements Happening {}

  /** Staff gave the search for the person to the police. */
  record HandedToPolice() implements Happening {}

  /** The order was lifted, or the response ended by hand. */
  record Over() implements Happening {}

  /** Returns the word that stands in the course of a case. */
  default String word() {
    return switch (this) {
      case StaffSaySafe(String _, boolean seen) when !seen -> "StaffAssumeSafe";
      case NotReached(CallEnd how, Optional<UUID> _) ->
          switch (how) {
            case ANSWERED -> "PhoneWithoutKey";
            case MACHINE -> "PhoneMachine";
            case BUSY -> "PhoneBusy";
            case NO_ANSWER -> "PhoneNoAnswer";
            case FAILED -> "PhoneFailed";
          };
      default -> getClass().getSimpleName();
    };
  }
}
