package jp.noroshi.channels.web;

import java.util.OptionalLong;

/**
 * Something to tell browsers.
 *
 * @param id its place in the order of events, rising; empty for a passing hint that is not replayed
 * @param topic what it is about; subscribers choose by it
 * @param name the event's name in the browser
 * @param data its text, usually JSON
 */
public record StreamEvent(OptionalLong id, String topic, String name, String data) {

  /** An event with a place in the history. */
  public static StreamEvent of(long id, String topic, String name, String data) {
    return new StreamEvent(OptionalLong.of(id), topic, name, data);
  }

  /** A hint for those who listen now. */
  public static StreamEvent hint(String topic, String name, String data) {
    return new StreamEvent(OptionalLong.empty(), topic, name, data);
  }
}
