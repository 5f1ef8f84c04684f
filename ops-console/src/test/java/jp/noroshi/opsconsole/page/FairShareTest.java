package jp.noroshi.opsconsole.page;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever asks too often is told when to come again, over real HTTP. */
@Timeout(60)
class FairShareTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private int port;

  @BeforeEach
  void start() {
    Router router = Router.router(VERTX);
    new FairShare(3).mount(router, "/opendata");
    router.get().handler(context -> context.end("here"));
    port =
        VERTX
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, SECONDS)
            .join()
            .actualPort();
  }

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().orTimeout(10, SECONDS).join();
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain() throws Exception {
    for (String path : new String[] {"/opendata", "/opendata/a.csv", "/opendata/b.geojson"}) {
      assertThat(get(path).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = get("/opendata/a.csv");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).isEmpty();
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 21L);
  }

  @Test
  void whatLiesBesideIsNotLimited() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(get("/map").statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString());
  }
}
