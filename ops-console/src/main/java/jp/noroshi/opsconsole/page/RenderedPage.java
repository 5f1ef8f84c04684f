package jp.noroshi.opsconsole.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * A page as it is sent, encoded once for everybody.
 *
 * @param status the HTTP status
 * @param plain the bytes
 * @param gzip the bytes compressed
 * @param etag names this content
 */
record RenderedPage(int status, Buffer plain, Buffer gzip, String etag) {

  static RenderedPage of(int status, String html) {
    byte[] bytes = html.getBytes(UTF_8);
    String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.sha256(bytes));
    return new RenderedPage(
        status,
        Buffer.buffer(bytes),
        Buffer.buffer(compress(bytes)),
        // Weak: the same content plain and compressed.
        "W/\"" + digest.substring(0, 22) + "\"");
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
