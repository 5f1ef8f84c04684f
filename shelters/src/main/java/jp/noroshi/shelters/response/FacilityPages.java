package jp.noroshi.shelters.response;

import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.response.FacilityTasks.Task;
import jp.noroshi.shelters.response.FacilityTokens.Opened;

/**
 * What stands behind the page on which a facility says how far it is, again and again as long as
 * the response runs. Looking at a page changes nothing. Thread-safe, blocking.
 */
public final class FacilityPages {

  private final Database database;
  private final FacilityTokens tokens;
  private final Responses responses;
  private final FacilityTasks tasks;
  private final FacilityAnswers answers;

  FacilityPages(
      Database database,
      FacilityTokens tokens,
      Responses responses,
      FacilityTasks tasks,
      FacilityAnswers answers) {
    this.database = database;
    this.tokens = tokens;
    this.responses = responses;
    this.tasks = tasks;
    this.answers = answers;
  }

  /** Returns where the page of a token stands. */
  public static String path(String token) {
    return "/facility/" + token;
  }

  /**
   * A facility's page.
   *
   * @param task empty = nothing is asked of it any more: its district was lifted
   * @param over whether nothing can be said any more
   */
  public record Page(Optional<Task> task, boolean over) {}

  /** Finds a page; empty when the token is unknown, or the response ended long ago. */
  public Optional<Page> find(String token) {
    return open(token).flatMap(this::page);
  }

  private Optional<Opened> open(String token) {
    return database.withHandle(handle -> tokens.find(handle, token));
  }

  private Optional<Page> page(Opened opened) {
    return responses
        .find(opened.response())
        .map(
            response -> {
              Optional<Task> task = tasks.find(response, opened.facility());
              return new Page(task, !response.isRunning() || task.isEmpty());
            });
  }

  /**
   * Takes an answer.
   *
   * @param people how many the facility has to look after; empty = not said
   * @return UNKNOWN when the token is, NOT_NEEDED when nothing can be said any more
   */
  public Verdict say(String token, FacilityAnswer answer, Optional<Integer> people) {
    return open(token)
        .map(
            opened -> database.inTransaction(handle -> answers.say(handle, opened, answer, people)))
        .orElse(Verdict.UNKNOWN);
  }

  /**
   * Makes a token for the page of a facility that staff hand on.
   *
   * @return empty when the response has no such facility, or is over
   */
  public Optional<String> link(Response response, UUID facility) {
    return Optional.of(response)
        .filter(Response::isRunning)
        .flatMap(running -> tasks.find(running, facility))
        .map(_ -> database.inTransaction(handle -> tokens.issue(handle, response.id(), facility)));
  }
}
