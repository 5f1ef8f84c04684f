package jp.noroshi.core.audience;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What happened in a telephone call of the hub. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CallEvent.Pressed.class, name = "pressed"),
  @JsonSubTypes.Type(value = CallEvent.Ended.class, name = "ended")
})
public sealed interface CallEvent {

  /** Returns the provider's number of the call. */
  String call();

  /** Returns what tells it from others: the provider may hand the same in more than once. */
  String id();

  /**
   * A key was pressed.
   *
   * @param key 0 to 9, * or #
   */
  record Pressed(String call, char key) implements CallEvent {
    @Override
    public String id() {
      return call + ":" + key;
    }
  }

  /** The call is over. */
  record Ended(String call, CallEnd how) implements CallEvent {
    @Override
    public String id() {
      return call + ":ended";
    }
  }

  /** How a call ended. The name is stored. */
  enum CallEnd {
    /** Somebody took it; what they heard and pressed is another matter. */
    ANSWERED,
    /** An answering machine, or a fax, took it. */
    MACHINE,
    /** 話し中. */
    BUSY,
    /** It rang, and nobody took it. */
    NO_ANSWER,
    /** The number cannot be reached, or the network failed. */
    FAILED
  }
}
