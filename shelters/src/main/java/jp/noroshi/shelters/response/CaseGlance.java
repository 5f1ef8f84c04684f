package jp.noroshi.shelters.response;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;

/** What an answer page needs of a case; nobody is opened. */
record CaseGlance(CaseState state, boolean helpWanted, List<AreaCode> districts) {

  static Optional<CaseGlance> find(Handle handle, UUID caseId) {
    return handle
        .createQuery(
            "select state, help_wanted, districts from shelters.response_case where id = :id")
        .bind("id", caseId)
        .map(
            (row, _) ->
                new CaseGlance(
                    CaseState.valueOf(row.getString("state")),
                    row.getBoolean("help_wanted"),
                    Arrays.stream((String[]) row.getArray("districts").getArray())
                        .map(AreaCode::new)
                        .toList()))
        .findOne();
  }

  static TaskState taskState(Handle handle, UUID task) {
    return handle
        .createQuery("select state from shelters.support_task where id = :id")
        .bind("id", task)
        .mapTo(TaskState.class)
        .one();
  }
}
