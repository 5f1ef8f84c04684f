package jp.noroshi.opsconsole.api;

import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the validator says into the fields a person has to correct. */
final class ValidationFaults {

  /** Rules that say something a person can act on; the others only wrap one of these. */
  private static final Set<String> TELLING =
      Set.of(
          "required",
          "type",
          "enum",
          "const",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "uniqueItems",
          "oneOf");

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");
  private static final Pattern PARAMETER = Pattern.compile("parameter (\\w+)");

  private ValidationFaults() {}

  static List<FieldFault> of(ValidatorException refused) {
    if (!(refused instanceof SchemaValidationException schema) || schema.getOutputUnit() == null) {
      return List.of(withoutSchema(refused));
    }
    String parameter = parameterIn(refused);
    List<OutputUnit> errors =
        schema.getOutputUnit().getErrors() == null
            ? List.of(schema.getOutputUnit())
            : schema.getOutputUnit().getErrors();
    List<FieldFault> faults = told(errors, parameter);
    faults.addAll(unknownFields(errors, faults));
    return faults.isEmpty() ? List.of(new FieldFault(parameter, "invalid", Map.of())) : faults;
  }

  private static List<FieldFault> told(List<OutputUnit> errors, String parameter) {
    List<FieldFault> faults = new ArrayList<>();
    for (OutputUnit error : errors) {
      String rule = rule(error);
      // Inside an alternative every branch complains; that none fits is all there is to say.
      if (TELLING.contains(rule) && !error.getKeywordLocation().contains("/oneOf/")) {
        faults.add(fault(error, rule, parameter));
      }
    }
    return faults;
  }

  private static FieldFault fault(OutputUnit error, String rule, String parameter) {
    String place = parameter.isEmpty() ? pointer(error) : parameter;
    if (rule.equals("required")) {
      return new FieldFault(place + "/" + first(QUOTED, error.getError()), rule, Map.of());
    }
    return new FieldFault(place, rule, Map.of("limit", first(LAST_NUMBER, error.getError())));
  }

  /** The validator also reports known fields with a fault of their own as additional. */
  private static List<FieldFault> unknownFields(List<OutputUnit> errors, List<FieldFault> told) {
    Set<String> explained = new HashSet<>();
    told.forEach(fault -> explained.add(fault.field()));
    return errors.stream()
        .filter(error -> rule(error).equals("additionalProperties"))
        .map(ValidationFaults::pointer)
        .filter(place -> explained.stream().noneMatch(known -> known.startsWith(place)))
        .distinct()
        .map(place -> new FieldFault(place, "unknown", Map.of()))
        .toList();
  }

  private static FieldFault withoutSchema(ValidatorException refused) {
    String rule =
        switch (refused.type()) {
          case MISSING_REQUIRED_PARAMETER -> "required";
          default -> "invalid";
        };
    return new FieldFault(parameterIn(refused), rule, Map.of());
  }

  private static String parameterIn(ValidatorException refused) {
    return first(PARAMETER, refused.getMessage());
  }

  private static String rule(OutputUnit error) {
    String location = error.getKeywordLocation();
    return location == null ? "" : location.substring(location.lastIndexOf('/') + 1);
  }

  private static String pointer(OutputUnit error) {
    String location = error.getInstanceLocation();
    return location.startsWith("#") ? location.substring(1) : location;
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text == null ? "" : text);
    return matcher.find() ? matcher.group(1) : "";
  }
}
