package jp.noroshi.shelters.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.shelters.response.SecretText;
import jp.noroshi.shelters.talk.PhoneCall.Matter;
import jp.noroshi.shelters.talk.PhoneCall.Matter.OfCase;
import jp.noroshi.shelters.talk.PhoneCall.Matter.OfFacility;
import org.jdbi.v3.core.Handle;

/** Calls as they are stored. Blocking. */
final class PhoneCallTable {

  private final Mode mode;

  PhoneCallTable(Mode mode) {
    this.mode = mode;
  }

  void insert(Handle handle, String token, PhoneCall call) {
    handle.execute(
        """
        insert into shelters.phone_call (token, mode, callee, case_id, task, response, language, attempt)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        SecretText.hash(token),
        mode.name(),
        call.callee().reference(),
        call.matter() instanceof OfCase of ? of.caseId() : null,
        call.matter() instanceof OfCase of ? of.task().orElse(null) : null,
        call.matter() instanceof OfFacility of ? of.response() : null,
        call.language(),
        call.attempt());
  }

  /**
   * Finds the call a token was given out for; empty when it is unknown or has expired. A facility
   * may answer as long as its response runs, and is told when it does not any more.
   */
  Optional<PhoneCall> find(Handle handle, byte[] token, Instant now) {
    return handle
        .createQuery(
            """
            select c.* from shelters.phone_call c left join shelters.answer_token t on t.hash = c.token
            where c.token = :token and c.mode = :mode and (c.response is not null or t.expires_at > :now)
            """)
        .bind("token", token)
        .bind("mode", mode)
        .bind("now", now)
        .map((row, _) -> call(row))
        .findOne();
  }

  /** Notes that a key said something: whatever else happens in the call, it is answered. */
  void answered(Handle handle, byte[] token) {
    handle.execute("update shelters.phone_call set answered = true where token = ?", token);
  }

  /**
   * Notes how a call ended.
   *
   * @return whether a key said something
   */
  boolean ended(Handle handle, byte[] token, CallEnd how) {
    return handle
        .createQuery(
            "update shelters.phone_call set ended = :how where token = :token returning answered")
        .bind("how", how)
        .bind("token", token)
        .mapTo(Boolean.class)
        .one();
  }

  void againAt(Handle handle, byte[] token, Instant when) {
    handle.execute(
        "update shelters.phone_call set again_at = ? where token = ?", Timestamp.from(when), token);
  }

  /**
   * A call whose time to be made again has come.
   *
   * @param wanted whether an answer is still waited for
   */
  record Due(PhoneCall call, UUID response, boolean wanted) {}

  /** Takes those that are due; what another hub takes is passed over. */
  List<Due> takeDue(Handle handle, Instant now, int most) {
    return handle
        .createQuery(
            """
            with due as (
              select token from shelters.phone_call where again_at <= :now and mode = :mode
              order by again_at limit :most for update skip locked)
            update shelters.phone_call c set again_at = null
            from due left join shelters.phone_call d on d.token = due.token
              left join shelters.response_case k on k.id = d.case_id
            where due.token = c.token
            returning c.*, coalesce(c.response, k.response) as of_response, case
              when k.state in ('SAFE', 'ENDED') then false
              when c.response is not null then exists (
                select 1 from shelters.facility_asked a
                join shelters.response_cause s
                  on s.response = a.response and s.district = a.district and s.over_at is null
                where a.response = c.response and c.callee = 'FACILITY/' || a.facility and not exists (
                  select 1 from shelters.facility_reply y
                  where y.response = a.response and y.facility = a.facility and y.answer <> 'NO_ANSWER'))
              when c.task is null then not k.help_wanted
              else exists (select 1 from shelters.support_task t where t.id = c.task and t.state = 'ASKED')
            end as wanted
            """)
        .bind("now", now)
        .bind("mode", mode)
        .bind("most", most)
        .map(
            (row, _) ->
                new Due(
                    call(row), row.getObject("of_response", UUID.class), row.getBoolean("wanted")))
        .list();
  }

  private static PhoneCall call(ResultSet row) throws SQLException {
    return new PhoneCall(
        Callee.read(row.getString("callee")).orElseThrow(),
        matter(row),
        row.getString("language"),
        row.getInt("attempt"));
  }

  private static Matter matter(ResultSet row) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    return caseId == null
        ? new OfFacility(row.getObject("response", UUID.class))
        : new OfCase(caseId, Optional.ofNullable(row.getObject("task", UUID.class)));
  }
}
