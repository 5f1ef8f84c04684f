package jp.noroshi.channels.fcm;

import com.google.api.client.http.LowLevelHttpResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** One answer, as the Admin SDK reads it. */
final class VertxHttpResponse extends LowLevelHttpResponse {

  private final HttpClientResponse response;
  private final Buffer content;
  private final List<Map.Entry<String, String>> headers;

  VertxHttpResponse(HttpClientResponse response, Buffer content) {
    this.response = response;
    this.content = content;
    this.headers = response.headers().entries();
  }

  String header(String name) {
    return response.getHeader(name);
  }

  @Override
  public InputStream getContent() {
    return new ByteArrayInputStream(content.getBytes());
  }

  @Override
  public String getContentEncoding() {
    return header("Content-Encoding");
  }

  @Override
  public long getContentLength() {
    return content.length();
  }

  @Override
  public String getContentType() {
    return header("Content-Type");
  }

  @Override
  public String getStatusLine() {
    return response.statusCode() + " " + getReasonPhrase();
  }

  @Override
  public int getStatusCode() {
    return response.statusCode();
  }

  @Override
  public String getReasonPhrase() {
    return response.statusMessage();
  }

  @Override
  public int getHeaderCount() {
    return headers.size();
  }

  @Override
  public String getHeaderName(int index) {
    return headers.get(index).getKey();
  }

  @Override
  public String getHeaderValue(int index) {
    return headers.get(index).getValue();
  }
}
