package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.shelters.response.AnswerPages;

/**
 * What a supporter's own page shows.
 *
 * @param asOf when it was so
 * @param said what became of the answer just given
 * @param fault why what was wished cannot be shown
 * @param several says in which order requests stand; only where there is more than one
 * @param whom who is to be helped; only after the reader asked for it
 * @param path of this page
 * @param part of what changes in it
 */
record SupporterModel(
    String lang,
    String title,
    boolean drill,
    String heading,
    String asOf,
    Optional<String> said,
    Optional<String> fault,
    Optional<String> several,
    List<Task> tasks,
    Optional<Whom> whom,
    String path,
    String part,
    List<PageModel.Choice> languages,
    String home,
    Map<String, String> words) {

  /**
   * One request.
   *
   * @param id its identity
   * @param name by which reader and staff talk about it; names nobody
   * @param urgent that the person calls for help
   * @param state how it stands
   * @param waiting whether it waits for an answer
   * @param mayLook whether the reader may see whom to help
   */
  record Task(
      String id,
      String name,
      Optional<String> urgent,
      String state,
      boolean waiting,
      List<AnswerModel.Button> buttons,
      boolean mayLook) {}

  /**
   * Who is to be helped.
   *
   * @param id the request's identity
   * @param of the request's name
   */
  record Whom(String id, String of, AnswerPages.Whom person) {}
}
