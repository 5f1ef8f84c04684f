package jp.noroshi.core.audience;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import jp.noroshi.core.place.LatLon;

/** What somebody did in the talk with the municipality's LINE account. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LineEvent.Pressed.class, name = "pressed"),
  @JsonSubTypes.Type(value = LineEvent.Wrote.class, name = "wrote"),
  @JsonSubTypes.Type(value = LineEvent.Located.class, name = "located"),
  @JsonSubTypes.Type(value = LineEvent.Followed.class, name = "followed"),
  @JsonSubTypes.Type(value = LineEvent.Left.class, name = "left")
})
public sealed interface LineEvent {

  /** Returns LINE's own number of the event: it may come more than once. */
  String id();

  /** Returns LINE's id of who did it; never logged. */
  String user();

  /** Returns what lets it be answered for free, once and soon; empty = it is not answered. */
  default Optional<String> replyToken() {
    return Optional.empty();
  }

  /**
   * A button was pressed.
   *
   * @param data what the button carried
   */
  record Pressed(String id, String user, String data, Optional<String> replyToken)
      implements LineEvent {
    /** What was stored before there were replies has no token. */
    public Pressed {
      replyToken = replyToken == null ? Optional.empty() : replyToken;
    }

    @Override
    public String toString() {
      return "Pressed[" + id + "]";
    }
  }

  /** Something was written. */
  record Wrote(String id, String user, String text, Optional<String> replyToken)
      implements LineEvent {
    /** What was stored before there were replies has no token. */
    public Wrote {
      replyToken = replyToken == null ? Optional.empty() : replyToken;
    }

    @Override
    public String toString() {
      return "Wrote[" + id + "]";
    }
  }

  /**
   * A position was sent.
   *
   * @param address of it in words; may be blank
   */
  record Located(String id, String user, LatLon point, String address, Optional<String> replyToken)
      implements LineEvent {
    /** What was stored before there were replies has no token. */
    public Located {
      replyToken = replyToken == null ? Optional.empty() : replyToken;
    }

    @Override
    public String toString() {
      return "Located[" + id + "]";
    }
  }

  /** The account was made a friend, again perhaps. */
  record Followed(String id, String user) implements LineEvent {
    @Override
    public String toString() {
      return "Followed[" + id + "]";
    }
  }

  /** The account was blocked. */
  record Left(String id, String user) implements LineEvent {
    @Override
    public String toString() {
      return "Left[" + id + "]";
    }
  }
}
