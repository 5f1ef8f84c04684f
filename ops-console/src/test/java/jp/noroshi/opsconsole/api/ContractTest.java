package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.dispatch.DispatchReason;
import jp.noroshi.core.dispatch.DispatchState;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.message.Medium;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

  private static final JsonObject CONTRACT = ApiContract.read();

  @ParameterizedTest
  @MethodSource("words")
  void namesEveryConstantTheHubKnows(String schema, Class<? extends Enum<?>> type) {
    assertThat(schema(schema).getJsonArray("enum"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
  }

  static Stream<Arguments> words() {
    return Stream.of(
        Arguments.of("Mode", Mode.class),
        Arguments.of("Hazard", Hazard.class),
        Arguments.of("Medium", Medium.class),
        Arguments.of("Role", Role.class),
        Arguments.of("Disposition", Disposition.class),
        Arguments.of("DispatchState", DispatchState.class),
        Arguments.of("DispatchReason", DispatchReason.class),
        Arguments.of("ChronologyKind", ChronologyKind.class));
  }

  @Test
  void everyOperationHasALineInTheTableOfAccessAndTheReverse() {
    RouteAccess.requireExactly(operationIds());
  }

  @Test
  void everySchemaThatIsMentionedIsThere() {
    Set<String> mentioned =
        Stream.of(CONTRACT.encode().split("\"#/components/schemas/"))
            .skip(1)
            .map(rest -> rest.substring(0, rest.indexOf('"')))
            .collect(Collectors.toSet());
    assertThat(CONTRACT.getJsonObject("components").getJsonObject("schemas").fieldNames())
        .containsAll(mentioned);
  }

  @Test
  void anAlertsFormatIsNamed() {
    JsonArray parts = schema("AlertDetail").getJsonArray("allOf");
    JsonObject format = parts.getJsonObject(1).getJsonObject("properties").getJsonObject("format");
    assertThat(format.getJsonArray("enum"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AlertFormat.values()).map(Enum::name).toList());
  }

  static Set<String> operationIds() {
    return CONTRACT.getJsonObject("paths").stream()
        .map(path -> (JsonObject) path.getValue())
        .flatMap(path -> path.stream())
        .filter(entry -> entry.getValue() instanceof JsonObject)
        .map(entry -> ((JsonObject) entry.getValue()).getString("operationId"))
        .collect(Collectors.toSet());
  }

  private static JsonObject schema(String name) {
    return CONTRACT.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
  }
}
