package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.openapi.validation.RequestParameter;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.opsconsole.auth.Session;
import jp.noroshi.opsconsole.auth.Tablet;

/**
 * One call of an operation: the caller is known and allowed, the request fits the contract.
 *
 * @param caller who calls
 * @param language in which the caller reads
 * @param address where the call comes from
 * @param parameters of path and query, as validated
 * @param body its bytes, empty if none
 */
record Call(
    Caller caller,
    Language language,
    String address,
    Map<String, RequestParameter> parameters,
    Buffer body) {

  static Map<String, RequestParameter> parametersOf(ValidatedRequest request) {
    var all = new HashMap<>(request.getPathParameters());
    all.putAll(request.getQuery());
    return Map.copyOf(all);
  }

  /**
   * Returns the session; only for operations whose access asks for one.
   *
   * @throws IllegalStateException when the caller is not signed in
   */
  Session session() {
    return officer().session();
  }

  Caller.Officer officer() {
    if (caller instanceof Caller.Officer officer) {
      return officer;
    }
    throw new IllegalStateException("the operation needs a session");
  }

  /**
   * Lets a tablet do only what concerns its own shelter; staff may do it for every shelter.
   *
   * @throws ProblemException NOT_ALLOWED for a tablet of another shelter
   */
  void requireOwnShelter(UUID shelter) {
    if (caller instanceof Caller.ShelterTablet(Tablet tablet)
        && !tablet.shelter().equals(shelter)) {
      throw new ProblemException(ProblemKind.NOT_ALLOWED);
    }
  }

  /** Returns the tablet that calls; empty = somebody signed in, or a stranger. */
  Optional<Tablet> tablet() {
    return caller instanceof Caller.ShelterTablet(Tablet tablet)
        ? Optional.of(tablet)
        : Optional.empty();
  }

  String actor() {
    return caller.actor();
  }

  String text(String parameter) {
    return parameters.get(parameter).getString();
  }

  UUID id(String parameter) {
    return UUID.fromString(text(parameter));
  }

  double decimal(String parameter) {
    return parameters.get(parameter).getDouble();
  }

  Optional<Long> findNumber(String parameter) {
    return present(parameter).map(RequestParameter::getLong);
  }

  Optional<String> findText(String parameter) {
    return present(parameter).map(RequestParameter::getString);
  }

  boolean flag(String parameter) {
    return present(parameter).map(RequestParameter::getBoolean).orElse(false);
  }

  List<String> texts(String parameter) {
    return present(parameter)
        .map(RequestParameter::getJsonArray)
        .map(JsonArray::stream)
        .map(values -> values.map(String::valueOf).toList())
        .orElse(List.of());
  }

  <T> T read(Class<T> type) {
    return ApiJson.read(body, type);
  }

  private Optional<RequestParameter> present(String parameter) {
    return Optional.ofNullable(parameters.get(parameter)).filter(value -> !value.isEmpty());
  }
}
