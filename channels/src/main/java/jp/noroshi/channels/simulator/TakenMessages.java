package jp.noroshi.channels.simulator;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/**
 * What a simulated provider took, per message and recipient: who was told, and who was told more
 * than once. Two messages are the same when their content is. Thread-safe.
 */
public final class TakenMessages {

  private final Map<String, Taken> messages = new LinkedHashMap<>();
  private final List<BiConsumer<JsonObject, Collection<String>>> readers =
      new CopyOnWriteArrayList<>();

  /**
   * One message.
   *
   * @param title what tells it apart for a reader
   * @param content it as it came, without the recipients
   * @param counts how often each recipient got it
   */
  public record Taken(String title, JsonObject content, Map<String, Integer> counts) {

    /** Returns how many different recipients got it. */
    public int recipients() {
      return counts.size();
    }

    /** Returns how often it was handed over beyond once per recipient. */
    public int duplicates() {
      return counts.values().stream().mapToInt(Integer::intValue).sum() - counts.size();
    }
  }

  synchronized void take(
      String key, String title, JsonObject content, Collection<String> recipients) {
    Map<String, Integer> counts =
        messages.computeIfAbsent(key, any -> new Taken(title, content, new HashMap<>())).counts();
    recipients.forEach(recipient -> counts.merge(recipient, 1, Integer::sum));
    readers.forEach(reader -> reader.accept(content, recipients));
  }

  /** Lets somebody read every message as it is taken, with whom it is for; must be quick. */
  public void onTake(BiConsumer<JsonObject, Collection<String>> reader) {
    readers.add(reader);
  }

  /** Returns a copy of everything taken, by message key, oldest first. */
  public synchronized Map<String, Taken> messages() {
    Map<String, Taken> copy = new LinkedHashMap<>();
    messages.forEach(
        (key, taken) ->
            copy.put(key, new Taken(taken.title(), taken.content(), Map.copyOf(taken.counts()))));
    return copy;
  }

  /** Returns how many recipients got any message, summed over the messages. */
  public synchronized int recipients() {
    return messages.values().stream().mapToInt(Taken::recipients).sum();
  }

  /** Returns how often anybody got the same message again. */
  public synchronized int duplicates() {
    return messages.values().stream().mapToInt(Taken::duplicates).sum();
  }

  /** Forgets everything taken. */
  public synchronized void clear() {
    messages.clear();
  }

  /** Reports the sums and one line per message. */
  synchronized JsonObject toJson() {
    JsonArray lines = new JsonArray();
    messages.forEach(
        (key, taken) ->
            lines.add(
                new JsonObject()
                    .put("key", key)
                    .put("title", taken.title())
                    .put("recipients", taken.recipients())
                    .put("duplicates", taken.duplicates())));
    return new JsonObject()
        .put("recipients", recipients())
        .put("duplicates", duplicates())
        .put("messages", lines);
  }

  /** Lists the recipients of one message with their counts, empty when nobody got it. */
  synchronized JsonObject countsToJson(String key) {
    JsonObject json = new JsonObject();
    Taken taken = messages.get(key);
    if (taken != null) {
      taken.counts().forEach(json::put);
    }
    return json;
  }
}
