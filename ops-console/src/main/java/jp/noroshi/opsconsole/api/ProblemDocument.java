package jp.noroshi.opsconsole.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A problem document as RFC 9457 has it, in the reader's language.
 *
 * @param type one word per kind of problem
 * @param title what kind of problem it is
 * @param status the HTTP status
 * @param detail what happened and what was kept
 * @param whatToDo what the reader can do now
 * @param instance the path of the request
 * @param retryAfterSeconds when to try again
 * @param fields the faulty fields of the request
 */
record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String whatToDo,
    String instance,
    Optional<Long> retryAfterSeconds,
    Optional<List<Field>> fields) {

  /** A faulty field and what to do about it. */
  record Field(String field, String message) {}

  static ProblemDocument of(ProblemException problem, Language language, String path) {
    Texts texts = Texts.in(language);
    String key = "problem." + problem.kind().slug();
    return new ProblemDocument(
        problem.kind().typeUri(),
        texts.get(key + ".title", problem.slots()),
        problem.kind().status(),
        texts.get(key + ".detail", problem.slots()),
        texts.get(key + ".whatToDo", problem.slots()),
        path,
        problem.retryAfter().map(Duration::toSeconds),
        Optional.of(problem.fields())
            .filter(fields -> !fields.isEmpty())
            .map(fields -> fields.stream().map(fault -> field(fault, texts)).toList()));
  }

  private static Field field(FieldFault fault, Texts texts) {
    return new Field(fault.field(), texts.get("field." + fault.rule(), fault.slots()));
  }
}
