package jp.noroshi.shelters.response;

import java.util.Optional;
import jp.noroshi.shelters.response.FacilityTokens.Opened;
import org.jdbi.v3.core.Handle;

/**
 * Takes the words of facilities themselves, from their page or telephone. Thread-safe, blocking.
 */
public final class FacilityAnswers {

  private final Responses responses;
  private final FacilityTasks tasks;
  private final CaseDesk desk;

  FacilityAnswers(Responses responses, FacilityTasks tasks, CaseDesk desk) {
    this.responses = responses;
    this.tasks = tasks;
    this.desk = desk;
  }

  /**
   * Takes an answer.
   *
   * @param people how many the facility has to look after; empty = not said
   * @return NOT_NEEDED when nothing can be said any more
   */
  public Verdict say(
      Handle handle, Opened opened, FacilityAnswer answer, Optional<Integer> people) {
    return responses
        .find(opened.response())
        .filter(Response::isRunning)
        .filter(
            response ->
                tasks.say(handle, response, opened.facility(), answer, people, Optional.empty()))
        .map(_ -> Verdict.TAKEN)
        .orElse(Verdict.NOT_NEEDED);
  }

  /** Lets it be seen that a telephone call brought no answer: nobody said anything. */
  public void notReached(Handle handle) {
    desk.changed(handle);
  }
}
