package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilesTest {

  private static Vertx vertx;
  private static VirtualThreads threads;
  private static HubClient browser;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
    threads = new VirtualThreads(vertx);
    HttpServer server =
        Awaited.of(
            vertx
                .createHttpServer()
                .requestHandler(
                    new ConsoleFiles(
                            threads,
                            "/console/",
                            "console-sample",
                            SecurityHeaders.consolePolicy(new BaseMaps(false, Optional.empty())))
                        .router(vertx))
                .listen(0, "127.0.0.1"));
    browser = HubClient.of(URI.create("http://127.0.0.1:" + server.actualPort()));
  }

  @AfterAll
  static void stop() {
    Awaited.of(vertx.close());
    threads.close();
  }

  @Test
  void aFileWithAHashInItsNameIsKeptForGoodAndAModuleIsAScript() {
    HubClient.Reply module = browser.get("/console/assets/app-B1a2c3.mjs").expect(200);
    assertThat(module.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(module.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/console/", "/console/dispatches/12", "/console/index.html"})
  void everyScreenBeginsWithTheSamePageAndIsAskedForAgain(String path) {
    HubClient.Reply page = browser.get(path).expect(200);
    assertThat(page.text()).contains("<title>sample</title>");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
  }

  @Test
  void theAddressWithoutItsLastSlashLeadsThere() {
    HubClient.Reply reply = browser.get("/console").expect(302);
    assertThat(reply.headers().firstValue("Location")).hasValue("/console/");
  }

  @Test
  void theConsoleRunsOnlyItsOwnScriptsAndIsFramedByNobody() {
    assertThat(
            browser.get("/console/").headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/missing.js",
        "/console/..%2fopenapi.yaml",
        "/console/%2e%2e/openapi.yaml",
        "/console/assets/..%2f..%2fopenapi.yaml"
      })
  void nothingOutsideTheFolderIsServed(String path) {
    HubClient.Reply reply = browser.get(path);
    assertThat(reply.status()).isIn(200, 404);
    assertThat(reply.text()).doesNotContain("openapi: 3.1");
  }
}
