package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;

/**
 * What happened with one person in a response, and who is or was asked. Names nobody. Thread-safe,
 * blocking.
 */
public final class CaseCourses {

  private final Database database;

  CaseCourses(Database database) {
    this.database = database;
  }

  /**
   * Something that happened.
   *
   * @param what one word, see {@code Happening}; how it began has none and is no step
   * @param by an account, {@code supporter}, {@code person}, {@code shelter} or {@code hub}
   * @param who the supporter or shelter
   * @param state of the case from then on
   * @param verdict what became of the word
   */
  public record Step(
      Instant at, String what, String by, Optional<UUID> who, CaseState state, Verdict verdict) {}

  /**
   * The course of a case.
   *
   * @param evidence why the person is taken to be safe
   * @param selfAsked whether the person was asked
   * @param dueAt when the hub takes its next step by itself
   * @param tasks of supporters, in the order in which they are asked
   * @param steps the oldest first
   * @param notes how many staff wrote; they are shown with the person
   */
  public record Course(
      Optional<Evidence> evidence,
      boolean selfAsked,
      Optional<Instant> dueAt,
      List<SupportTask> tasks,
      List<Step> steps,
      int notes) {
    /** Copies the lists. */
    public Course {
      tasks = List.copyOf(tasks);
      steps = List.copyOf(steps);
    }
  }

  private record Head(Optional<Evidence> evidence, boolean selfAsked, Optional<Instant> dueAt) {}

  /** Finds the course of a case; empty when there is no such case. */
  public Optional<Course> find(UUID caseId) {
    return database.withHandle(
        handle ->
            handle
                .createQuery("select * from shelters.response_case where id = :id")
                .bind("id", caseId)
                .map((row, _) -> head(row))
                .findOne()
                .map(head -> course(handle, caseId, head)));
  }

  private static Course course(Handle handle, UUID caseId, Head head) {
    return new Course(
        head.evidence(),
        head.selfAsked(),
        head.dueAt(),
        CaseTable.tasks(handle, List.of(caseId)).getOrDefault(caseId, List.of()).stream()
            .sorted(
                Comparator.comparing(SupportTask::group).thenComparingInt(SupportTask::position))
            .toList(),
        handle
            .createQuery("select * from shelters.response_line where case_id = :case order by id")
            .bind("case", caseId)
            .map((row, _) -> step(row))
            .list(),
        handle
            .createQuery("select count(*) from shelters.case_note where case_id = :case")
            .bind("case", caseId)
            .mapTo(Integer.class)
            .one());
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        EvidenceRow.read(row),
        row.getBoolean("self_asked"),
        Optional.ofNullable(row.getTimestamp("due_at")).map(at -> at.toInstant()));
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(
        row.getTimestamp("at").toInstant(),
        row.getString("what"),
        row.getString("by"),
        Optional.ofNullable(row.getObject("who", UUID.class)),
        CaseState.valueOf(row.getString("state")),
        Verdict.valueOf(row.getString("verdict")));
  }
}
