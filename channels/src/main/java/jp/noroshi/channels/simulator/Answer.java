package jp.noroshi.channels.simulator;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** What a simulated provider answers to one request, with a JSON body. */
record Answer(int status, Map<String, String> headers, Buffer body) {

  static Answer of(int status, JsonObject body) {
    return new Answer(status, Map.of(), body.toBuffer());
  }

  Answer with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, Map.copyOf(more), body);
  }
}
