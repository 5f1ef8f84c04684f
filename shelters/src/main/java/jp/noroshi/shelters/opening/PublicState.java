package jp.noroshi.shelters.opening;

import java.util.Optional;
import jp.noroshi.core.evacuation.OpenSite.Crowding;
import jp.noroshi.core.intake.opening.ShelterNews;

/** How a shelter stands in the eyes of residents. The name is stored. */
public enum PublicState {
  /** Nobody goes there. */
  SHUT("未開設"),
  /** Takes people in. */
  OPEN("開設"),
  /** Open, and nobody should be sent there. */
  FULL("開設（満員）"),
  /** Takes nobody in any more. */
  CLOSING("閉鎖準備");

  private final String japanese;

  PublicState(String japanese) {
    this.japanese = japanese;
  }

  /** Returns the word residents know. */
  public String japanese() {
    return japanese;
  }

  static PublicState of(ShelterStanding standing) {
    return switch (standing.state()) {
      case OPEN -> standing.crowding() == Crowding.FULL ? FULL : OPEN;
      case CLOSING -> CLOSING;
      case NOT_OPENED, INSTRUCTED, INSPECTED, CANNOT_OPEN, CLOSED -> SHUT;
    };
  }

  /** Returns what is news to whoever knew the former state; empty where nobody needs to hear it. */
  Optional<ShelterNews> newsAfter(PublicState former) {
    return switch (this) {
      case SHUT -> former == SHUT ? Optional.empty() : Optional.of(ShelterNews.CLOSED);
      case OPEN ->
          switch (former) {
            case SHUT, CLOSING -> Optional.of(ShelterNews.OPENED);
            case FULL -> Optional.of(ShelterNews.ROOM);
            case OPEN -> Optional.empty();
          };
      case FULL -> former == FULL ? Optional.empty() : Optional.of(ShelterNews.FULL);
      case CLOSING ->
          switch (former) {
            case OPEN, FULL -> Optional.of(ShelterNews.CLOSING);
            case SHUT, CLOSING -> Optional.empty();
          };
    };
  }
}
