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
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.register.ChangeKind;
import jp.noroshi.gis.register.Consent;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.FieldGroup;
import jp.noroshi.gis.register.ImportDoubt;
import jp.noroshi.gis.register.ImportRow;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.gis.register.Purpose;
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
        Arguments.of("ChronologyKind", ChronologyKind.class),
        Arguments.of("HazardKind", HazardKind.class),
        Arguments.of("AccessPurpose", Purpose.class),
        Arguments.of("LegalBasis", LegalBasis.class),
        Arguments.of("FieldGroup", FieldGroup.class),
        Arguments.of("PersonState", PersonState.class),
        Arguments.of("Mobility", Mobility.class),
        Arguments.of("ConsentKind", ConsentKind.class),
        Arguments.of("ConsentAnswer", ConsentAnswer.class),
        Arguments.of("ConsentMethod", Consent.Method.class),
        Arguments.of("RegisterChange", ChangeKind.class),
        Arguments.of("RegisterOutcome", ImportRow.Outcome.class),
        Arguments.of("RegisterDoubt", ImportDoubt.class),
        Arguments.of("RecipientKind", Disclosure.RecipientKind.class),
        Arguments.of("DisclosureSubject", Disclosure.Subject.class));
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
