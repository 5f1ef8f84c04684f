package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.shelters.response.AnswerPages.Whom;

/**
 * What an answer page shows.
 *
 * @param heading what is asked
 * @param said what became of the answer just given
 * @param now how it stands
 * @param first what comes before everything else
 * @param buttons the answers there are now
 * @param whom who is to be helped; only after the reader asked for it
 * @param mayLook whether the reader may ask for it
 * @param fault why it cannot be shown
 */
record AnswerModel(
    String lang,
    String title,
    boolean drill,
    String heading,
    Optional<String> said,
    String now,
    Optional<String> first,
    List<Button> buttons,
    Optional<Whom> whom,
    boolean mayLook,
    Optional<String> fault,
    String path,
    List<PageModel.Choice> languages,
    String home,
    Map<String, String> words) {

  /** A button. */
  record Button(String word, String label, boolean main) {}
}
