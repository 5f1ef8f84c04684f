package jp.noroshi.core.dispatch;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** The dispatches of one mode in the database. The other mode's are not there for it. */
final class DispatchTable {

  private static final TypeReference<List<DraftText>> TEXTS = new TypeReference<>() {};
  private static final String OPEN = "state in ('DRAFT', 'AWAITING_APPROVAL', 'SENT_BACK')";

  private final Mode mode;

  DispatchTable(Mode mode) {
    this.mode = mode;
  }

  Mode mode() {
    return mode;
  }

  Dispatch insert(Handle handle, NewDispatch draft, Instant at) {
    Query insert =
        handle.createQuery(
            """
            insert into core.dispatch
              (id, mode, state, reason, thread, alert_id, change_id, corrects, hazard, level, urgent,
               title, texts, media, audience, siren, expires_at, author, editor, created_at,
               updated_at, version)
            values
              (:id, :mode, 'DRAFT', :reason, :thread, :alert, :change, :corrects, :hazard, :level,
               :urgent, :title, cast(:texts as jsonb), :media, cast(:audience as jsonb), :siren,
               :expiresAt, :author, :author, :at, :at, 1)
            returning *
            """);
    return bind(insert, draft.content())
        .bind("id", UUID.randomUUID())
        .bind("mode", mode)
        .bind("reason", draft.reason())
        .bind("thread", draft.thread())
        .bind("alert", draft.origin().alertId())
        .bind("change", draft.origin().changeId())
        .bind("corrects", draft.origin().corrects())
        .bind("hazard", draft.hazard())
        .bind("level", draft.level().map(AlertLevel::number))
        .bind("urgent", draft.urgent())
        .bind("author", draft.author())
        .bind("at", at)
        .map((row, _) -> dispatch(row))
        .one();
  }

  Dispatch edit(Handle handle, Dispatch dispatch, DraftEdit edit, String editor, Instant at) {
    Query update =
        handle.createQuery(
            """
            update core.dispatch
            set title = :title, texts = cast(:texts as jsonb), media = :media,
                audience = cast(:audience as jsonb), siren = :siren, expires_at = :expiresAt,
                editor = :editor, state = 'DRAFT', updated_at = :at, version = version + 1
            where id = :id and mode = :mode
            returning *
            """);
    return bind(update, edit)
        .bind("id", dispatch.id())
        .bind("mode", mode)
        .bind("editor", editor)
        .bind("at", at)
        .map((row, _) -> dispatch(row))
        .one();
  }

  /** Moves to a state; who did it becomes editor where the state is a request. */
  Dispatch move(Handle handle, Dispatch dispatch, DispatchState state, Step step) {
    return handle
        .createQuery(
            """
            update core.dispatch
            set state = :state, editor = coalesce(:editor, editor),
                approver = coalesce(:approver, approver),
                approved_at = case when :state = 'APPROVED' then :at else approved_at end,
                sent_back_reason = coalesce(:sentBack, sent_back_reason),
                updated_at = :at, version = version + 1
            where id = :id and mode = :mode
            returning *
            """)
        .bind("state", state)
        .bind("editor", step.editor())
        .bind("approver", step.approver())
        .bind("sentBack", step.sentBackReason())
        .bind("at", step.at())
        .bind("id", dispatch.id())
        .bind("mode", mode)
        .map((row, _) -> dispatch(row))
        .one();
  }

  /** What is written beside a new state. */
  record Step(
      Optional<String> editor,
      Optional<String> approver,
      Optional<String> sentBackReason,
      Instant at) {
    static Step at(Instant at) {
      return new Step(Optional.empty(), Optional.empty(), Optional.empty(), at);
    }

    Step by(String account) {
      return new Step(Optional.of(account), approver, sentBackReason, at);
    }

    Step approvedBy(String actor) {
      return new Step(editor, Optional.of(actor), sentBackReason, at);
    }

    Step sentBackFor(String reason) {
      return new Step(editor, approver, Optional.of(reason), at);
    }
  }

  Optional<Dispatch> find(Handle handle, UUID id) {
    return select(handle, "id = :id", "").bind("id", id).map((row, _) -> dispatch(row)).findOne();
  }

  Optional<Dispatch> lock(Handle handle, UUID id) {
    return select(handle, "id = :id", "for update")
        .bind("id", id)
        .map((row, _) -> dispatch(row))
        .findOne();
  }

  List<Dispatch> list(Handle handle, boolean openOnly, OptionalLong before, int limit) {
    return select(
            handle,
            "number < :before and (not :openOnly or " + OPEN + ")",
            "order by number desc limit :limit")
        .bind("before", before.orElse(Long.MAX_VALUE))
        .bind("openOnly", openOnly)
        .bind("limit", limit)
        .map((row, _) -> dispatch(row))
        .list();
  }

  List<Dispatch> listFrom(Handle handle, UUID originalId) {
    return select(
            handle,
            "alert_id in (select id from core.alert where original_id = :original)",
            "order by number")
        .bind("original", originalId)
        .map((row, _) -> dispatch(row))
        .list();
  }

  List<Dispatch> listApproved(Handle handle, String thread) {
    return select(
            handle, "thread = :thread and state = 'APPROVED'", "order by number desc limit 100")
        .bind("thread", thread)
        .map((row, _) -> dispatch(row))
        .list();
  }

  /**
   * Returns what is open in a thread and older than the number, locked. Skips what a person is
   * changing at this moment: the intake calls this with the chronology's head in its hand, which
   * that person waits for. A draft that stays is put aside by the next approval of its thread.
   */
  List<Dispatch> lockOpenBefore(Handle handle, String thread, long number) {
    return select(
            handle,
            "thread = :thread and number < :number and " + OPEN,
            "order by number for update skip locked")
        .bind("thread", thread)
        .bind("number", number)
        .map((row, _) -> dispatch(row))
        .list();
  }

  boolean existsCorrectionOf(Handle handle, UUID id) {
    return !select(handle, "corrects = :id and state not in ('DISCARDED', 'REPLACED')", "limit 1")
        .bind("id", id)
        .map((row, _) -> row.getLong("number"))
        .list()
        .isEmpty();
  }

  /** Tells whether the same words went to the same people within this time. */
  boolean wasToldWithin(Handle handle, Dispatch dispatch, Duration limit, Instant now) {
    return listApproved(handle, dispatch.thread()).stream()
        .filter(told -> !told.id().equals(dispatch.id()))
        .filter(told -> told.approvedAt().filter(now.minus(limit)::isBefore).isPresent())
        .anyMatch(
            told ->
                told.texts().equals(dispatch.texts())
                    && told.media().equals(dispatch.media())
                    && told.audience().equals(dispatch.audience()));
  }

  /**
   * Tells whether the alert a dispatch comes from is for the public: actual, no test copy, not
   * held.
   */
  boolean isForPublic(Handle handle, UUID alertId) {
    return handle
        .createQuery(
            """
            select mode = 'LIVE' and disposition <> 'HELD' and content ->> 'status' = 'ACTUAL'
              and jsonb_array_length(content -> 'restrictions') = 0
            from core.alert where id = :id
            """)
        .bind("id", alertId)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  private Query select(Handle handle, String where, String rest) {
    return handle
        .createQuery(
            "select * from core.dispatch where mode = :mode and not individual and "
                + where
                + " "
                + rest)
        .bind("mode", mode);
  }

  private static <S extends SqlStatement<S>> S bind(S statement, DraftEdit content) {
    return statement
        .bind("title", content.title())
        .bind("texts", Json.write(content.texts()))
        .bindArray(
            "media", String.class, content.media().stream().map(Enum::name).sorted().toList())
        .bind("audience", Json.write(content.audience()))
        .bind("siren", content.siren())
        .bind("expiresAt", content.expiresAt());
  }

  private static Dispatch dispatch(ResultSet row) throws SQLException {
    int level = row.getInt("level");
    return new Dispatch(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        Mode.valueOf(row.getString("mode")),
        DispatchState.valueOf(row.getString("state")),
        DispatchReason.valueOf(row.getString("reason")),
        row.getString("thread"),
        Optional.ofNullable(row.getObject("alert_id", UUID.class)),
        Optional.ofNullable(row.getObject("change_id", UUID.class)),
        Optional.ofNullable(row.getObject("corrects", UUID.class)),
        Hazard.valueOf(row.getString("hazard")),
        AlertLevel.find(level),
        row.getBoolean("urgent"),
        row.getString("title"),
        Json.read(row.getString("texts"), TEXTS),
        media((String[]) row.getArray("media").getArray()),
        Json.read(row.getString("audience"), Audience.class),
        Optional.ofNullable(row.getString("siren")),
        row.getTimestamp("expires_at").toInstant(),
        row.getString("author"),
        row.getString("editor"),
        Optional.ofNullable(row.getString("approver")),
        Optional.ofNullable(row.getString("sent_back_reason")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        Optional.ofNullable(row.getTimestamp("approved_at")).map(Timestamp::toInstant),
        row.getInt("version"));
  }

  private static Set<Medium> media(String[] names) {
    return Stream.of(names).map(Medium::valueOf).collect(Collectors.toSet());
  }
}
