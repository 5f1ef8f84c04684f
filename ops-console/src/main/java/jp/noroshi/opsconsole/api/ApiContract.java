package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Loads {@code openapi.yaml}, the contract between the hub and its clients. */
final class ApiContract {

  private static final String FILE = "/openapi.yaml";

  private ApiContract() {}

  static Future<OpenAPIContract> load(Vertx vertx) {
    JsonObject contract = read();
    leaveOutWhatIsNotValidated(contract);
    return OpenAPIContract.from(vertx, contract);
  }

  static JsonObject read() {
    try (InputStream stream = ApiContract.class.getResourceAsStream(FILE)) {
      return new JsonObject(new YAMLMapper().readTree(stream).toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /**
   * The validator refuses a contract that so much as names XML, problem documents or event streams,
   * and its router wants to authenticate by itself where there is a choice of credentials. None of
   * these is its task here, so it need not see them.
   */
  private static void leaveOutWhatIsNotValidated(Object node) {
    switch (node) {
      case JsonObject object -> {
        if (object.getValue("content") instanceof JsonObject content) {
          content.fieldNames().removeIf(type -> !MediaType.isMediaTypeSupported(type));
        }
        if (object.getValue("security") instanceof JsonArray) {
          object.remove("security");
        }
        object.forEach(field -> leaveOutWhatIsNotValidated(field.getValue()));
      }
      case JsonArray array -> array.forEach(ApiContract::leaveOutWhatIsNotValidated);
      case null, default -> {
        // A plain value holds neither.
      }
    }
  }
}
