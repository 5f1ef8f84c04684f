package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.gis.register.PersonId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The cases of one mode with their tasks. Rows are locked while they are worked on. */
final class CaseTable {

  private static final String LOCKED =
      """
      select c.* from shelters.response_case c join shelters.response r on r.id = c.response
      where r.mode = :mode and
      """;

  private final Mode mode;

  CaseTable(Mode mode) {
    this.mode = mode;
  }

  /** A case as it stands, its row locked. */
  record Stored(UUID id, UUID response, PersonId person, CaseFile file) {}

  /** A case about to be written for the first time. */
  record New(
      UUID id,
      UUID response,
      String district,
      String hazard,
      CallUp.Called called,
      CaseFile file) {}

  Optional<Stored> lock(Handle handle, UUID id) {
    return read(handle, handle.createQuery(LOCKED + " c.id = :id for update of c").bind("id", id))
        .stream()
        .findFirst();
  }

  /** Locks the case a task belongs to. */
  Optional<Stored> lockOfTask(Handle handle, UUID task) {
    return read(
            handle,
            handle
                .createQuery(
                    LOCKED
                        + " c.id = (select case_id from shelters.support_task where id = :task) for update of c")
                .bind("task", task))
        .stream()
        .findFirst();
  }

  /** Locks cases whose time has come; others' are passed over. */
  List<Stored> lockDue(Handle handle, Instant now, int most) {
    return read(
        handle,
        handle
            .createQuery(
                LOCKED
                    + " c.due_at <= :now order by c.due_at, c.id limit :most for update of c skip locked")
            .bind("now", now)
            .bind("most", most));
  }

  /** Locks open cases of districts where nothing stands any more; others' are passed over. */
  List<Stored> lockOver(Handle handle, int most) {
    return read(
        handle,
        handle
            .createQuery(
                LOCKED
                    + """
                     r.ended_at is null and c.state not in ('SAFE', 'ENDED') and not exists (
                      select 1 from shelters.response_cause cause
                      where cause.response = c.response and cause.over_at is null
                        and cause.district = any(c.districts))
                    order by c.id limit :most for update of c skip locked
                    """)
            .bind("most", most));
  }

  /** Locks the cases of people in the running response. */
  List<Stored> lockOf(Handle handle, Collection<PersonId> people) {
    return read(
        handle,
        handle
            .createQuery(
                LOCKED
                    + " r.ended_at is null and c.person = any(:people) order by c.id for update of c")
            .bindArray("people", UUID.class, people.stream().map(PersonId::value).toArray()));
  }

  boolean hasOpen(Handle handle, UUID response) {
    return handle
        .createQuery(
            """
            select exists (select 1 from shelters.response_case
                           where response = :response and state not in ('SAFE', 'ENDED'))
            """)
        .bind("response", response)
        .mapTo(boolean.class)
        .one();
  }

  void insertAll(Handle handle, List<New> cases, Instant now) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            insert into shelters.response_case (id, response, person, districts, hazard, plan, state, reason,
                help_wanted, self_asked, due_at, last_sign, strength, evidence_by, evidence_of, evidence_at,
                risk_home, risk_condition, risk_alone, risk_time, opened_at, changed_at)
            values (:id, :response, :person, array[:district], :hazard, :plan, :state, :reason, :help, :selfAsked,
                :due, :sign, :strength, :evidenceBy, :evidenceOf, :evidenceAt,
                :home, :condition, :alone, :time, :now, :now)
            """);
    for (New each : cases) {
      Risk risk = each.called().risk();
      bind(batch, each.file())
          .bind("id", each.id())
          .bind("response", each.response())
          .bind("person", each.called().person().value())
          .bind("district", each.district())
          .bind("hazard", each.hazard())
          .bind("plan", each.called().plan().orElse(null))
          .bind("home", risk.home())
          .bind("condition", risk.condition())
          .bind("alone", risk.alone())
          .bind("time", risk.time())
          .bind("now", now)
          .add();
    }
    run(batch);
    PreparedBatch tasks =
        handle.prepareBatch(
            """
            insert into shelters.support_task (id, case_id, supporter, is_group, position, state, asked_at)
            values (:id, :case, :supporter, :group, :position, :state, :asked)
            """);
    cases.forEach(each -> each.file().tasks().forEach(task -> add(tasks, each.id(), task)));
    run(tasks);
  }

  private static void add(PreparedBatch tasks, UUID caseId, SupportTask task) {
    tasks
        .bind("id", task.id())
        .bind("case", caseId)
        .bind("supporter", task.supporter())
        .bind("group", task.group())
        .bind("position", task.position())
        .bind("state", task.state())
        .bind("asked", task.askedAt().orElse(null))
        .add();
  }

  /** Adds a district in which somebody was found, too. */
  void addDistrict(Handle handle, UUID caseId, String district) {
    handle.execute(
        """
        update shelters.response_case set districts = districts || cast(? as text)
        where id = ? and not ? = any(districts)
        """,
        district,
        caseId,
        district);
  }

  /** Writes what moved. */
  void write(Handle handle, List<CaseDesk.Moved> moves, Instant now) {
    PreparedBatch cases =
        handle.prepareBatch(
            """
            update shelters.response_case set state = :state, reason = :reason, help_wanted = :help,
              self_asked = :selfAsked, due_at = :due, last_sign = :sign, strength = :strength,
              evidence_by = :evidenceBy, evidence_of = :evidenceOf, evidence_at = :evidenceAt, changed_at = :now
            where id = :id
            """);
    PreparedBatch tasks =
        handle.prepareBatch(
            "update shelters.support_task set state = :state, asked_at = :asked where id = :id");
    for (CaseDesk.Moved move : moves) {
      bind(cases, move.after()).bind("id", move.before().id()).bind("now", now).add();
      for (SupportTask task : move.changedTasks()) {
        tasks
            .bind("state", task.state())
            .bind("asked", task.askedAt().orElse(null))
            .bind("id", task.id())
            .add();
      }
    }
    run(cases);
    run(tasks);
  }

  /** Writes the course. */
  void note(Handle handle, List<CaseDesk.Moved> moves, Instant now) {
    PreparedBatch lines =
        handle.prepareBatch(
            """
            insert into shelters.response_line (case_id, at, what, by, who, state, verdict)
            values (:case, :at, :what, :by, :who, :state, :verdict)
            """);
    for (CaseDesk.Moved move : moves) {
      lines
          .bind("case", move.before().id())
          .bind("at", now)
          .bind("what", move.what())
          .bind("by", move.teller().by())
          .bind("who", move.teller().who().orElse(null))
          .bind("state", move.after().state())
          .bind("verdict", move.verdict())
          .add();
    }
    run(lines);
  }

  private static void run(PreparedBatch batch) {
    if (batch.size() > 0) {
      batch.execute();
    }
    batch.close();
  }

  private static PreparedBatch bind(PreparedBatch batch, CaseFile file) {
    Optional<Evidence> evidence = file.evidence();
    return batch
        .bind("state", file.state())
        .bind("reason", file.reason().map(Enum::name).orElse(null))
        .bind("help", file.helpWanted())
        .bind("selfAsked", file.selfAsked())
        .bind("due", file.dueAt().orElse(null))
        .bind("sign", file.lastSign().orElse(null))
        .bind("strength", evidence.map(each -> each.strength().name()).orElse(null))
        .bind("evidenceBy", evidence.flatMap(EvidenceRow::by).orElse(null))
        .bind("evidenceOf", evidence.flatMap(EvidenceRow::of).orElse(null))
        .bind("evidenceAt", evidence.map(Evidence::at).orElse(null));
  }

  private List<Stored> read(Handle handle, Query query) {
    List<Bare> rows = query.bind("mode", mode).map((row, _) -> bare(row)).list();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<SupportTask>> tasks = tasks(handle, rows.stream().map(Bare::id).toList());
    return rows.stream().map(row -> row.with(tasks.getOrDefault(row.id(), List.of()))).toList();
  }

  private record Bare(UUID id, UUID response, PersonId person, CaseFile file) {
    Stored with(List<SupportTask> tasks) {
      return new Stored(
          id,
          response,
          person,
          new CaseFile(
              file.state(),
              file.reason(),
              file.evidence(),
              file.helpWanted(),
              file.selfAsked(),
              tasks,
              file.dueAt(),
              file.lastSign()));
    }
  }

  private record OfCase(UUID caseId, SupportTask task) {}

  static Map<UUID, List<SupportTask>> tasks(Handle handle, List<UUID> cases) {
    return handle
        .createQuery("select * from shelters.support_task where case_id = any(:cases)")
        .bindArray("cases", UUID.class, cases.toArray())
        .map((row, _) -> new OfCase(row.getObject("case_id", UUID.class), task(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                OfCase::caseId, Collectors.mapping(OfCase::task, Collectors.toList())));
  }

  private static SupportTask task(ResultSet row) throws SQLException {
    return new SupportTask(
        row.getObject("id", UUID.class),
        row.getObject("supporter", UUID.class),
        row.getBoolean("is_group"),
        row.getInt("position"),
        TaskState.valueOf(row.getString("state")),
        instant(row, "asked_at"));
  }

  private static Bare bare(ResultSet row) throws SQLException {
    return new Bare(
        row.getObject("id", UUID.class),
        row.getObject("response", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        new CaseFile(
            CaseState.valueOf(row.getString("state")),
            Optional.ofNullable(row.getString("reason")).map(CaseReason::valueOf),
            EvidenceRow.read(row),
            row.getBoolean("help_wanted"),
            row.getBoolean("self_asked"),
            List.of(),
            instant(row, "due_at"),
            instant(row, "last_sign")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
