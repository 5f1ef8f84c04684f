package jp.noroshi.channels.fcm;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** One request of the Admin SDK, collected until it is complete. Not thread-safe. */
final class VertxHttpRequest extends LowLevelHttpRequest {

  private final VertxTransport transport;
  private final RequestOptions options;

  VertxHttpRequest(VertxTransport transport, RequestOptions options) {
    this.transport = transport;
    this.options = options;
  }

  @Override
  public void addHeader(String name, String value) {
    // The answers are small: asking for gzip would cost more than it saves.
    if (!"Accept-Encoding".equalsIgnoreCase(name)) {
      options.addHeader(name, value);
    }
  }

  @Override
  public LowLevelHttpResponse execute() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream(2_048);
    if (getStreamingContent() != null) {
      getStreamingContent().writeTo(content);
      options.putHeader("Content-Type", getContentType());
    }
    if (getContentEncoding() != null) {
      options.putHeader("Content-Encoding", getContentEncoding());
    }
    return transport.send(options, Buffer.buffer(content.toByteArray()));
  }
}
