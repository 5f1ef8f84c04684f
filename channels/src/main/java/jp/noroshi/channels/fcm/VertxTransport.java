package jp.noroshi.channels.fcm;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.noroshi.channels.Backoff;

/**
 * The Admin SDK's way to Google: HTTP/2 over TLS on a few connections that all messages share. The
 * SDK's own transport opens a connection per thread; this one carries a hundred messages on each.
 *
 * <p>Blocks the calling (virtual) thread. Thread-safe.
 */
public final class VertxTransport extends HttpTransport {

  /** What Google's servers, and most others, allow on one connection. */
  private static final int STREAMS_PER_CONNECTION = 100;

  private static final long HTTP2_CANCEL = 0x8;

  private static final String FCM_HOST = "fcm.googleapis.com";

  private final FcmConfig config;
  private final InstantSource clock;
  private final HttpClient client;

  /** Connects lazily. */
  public VertxTransport(Vertx vertx, FcmConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.client = vertx.createHttpClient(clientOptions(config), poolOptions(config));
  }

  private static HttpClientOptions clientOptions(FcmConfig config) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_2)
            .setUseAlpn(true)
            .setSsl(true)
            .setHttp2MultiplexingLimit(STREAMS_PER_CONNECTION)
            .setConnectTimeout(Math.toIntExact(config.timeout().toMillis()));
    config
        .trustCertificate()
        .ifPresent(
            pem -> options.setTrustOptions(new PemTrustOptions().addCertPath(pem.toString())));
    return options;
  }

  private static PoolOptions poolOptions(FcmConfig config) {
    int connections = Math.ceilDiv(config.concurrency(), STREAMS_PER_CONNECTION);
    return new PoolOptions().setHttp2MaxSize(connections).setEventLoopSize(1);
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new VertxHttpRequest(this, options(method, url));
  }

  private RequestOptions options(String method, String url) {
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(method))
        .setAbsoluteURI(atEndpoint(URI.create(url)).toString())
        .setIdleTimeout(config.timeout().toMillis());
  }

  /** The Admin SDK knows only Google's address. */
  private URI atEndpoint(URI uri) {
    return FCM_HOST.equals(uri.getHost())
        ? config.endpoint().map(base -> base.resolve(uri.getRawPath())).orElse(uri)
        : uri;
  }

  LowLevelHttpResponse send(RequestOptions options, Buffer body) throws IOException {
    CompletableFuture<VertxHttpResponse> answer = new CompletableFuture<>();
    client
        .request(options)
        .compose(request -> exchange(request, body, answer))
        .onComplete(answer::complete, answer::completeExceptionally);
    VertxHttpResponse response = await(answer);
    if (response.getStatusCode() == 503) {
      throw new UnavailableException(
          Backoff.retryAfter(response.header("Retry-After"), clock.instant()));
    }
    return response;
  }

  /** Sends the request unless the caller has given up while it waited for a connection. */
  private static Future<VertxHttpResponse> exchange(
      HttpClientRequest request, Buffer body, CompletableFuture<VertxHttpResponse> answer) {
    CompletableFuture<VertxHttpResponse> _ =
        answer.whenComplete(
            (response, failure) -> {
              if (answer.isCancelled()) {
                request.reset(HTTP2_CANCEL);
              }
            });
    return answer.isCancelled()
        ? Future.failedFuture(new CancellationException())
        : request
            .send(body)
            .compose(
                response ->
                    response.body().map(content -> new VertxHttpResponse(response, content)));
  }

  private VertxHttpResponse await(CompletableFuture<VertxHttpResponse> answer) throws IOException {
    Duration longest = config.timeout().multipliedBy(2);
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getClass().getSimpleName(), e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new IOException("no answer", e);
    } catch (InterruptedException e) {
      answer.cancel(false);
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  @Override
  public void shutdown() {
    client.close();
  }
}
