package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of a facility shows.
 *
 * @param heading what is asked
 * @param name of the facility; empty when nothing is asked of it
 * @param said what became of the answer just given
 * @param fault what to change
 * @param now how it stands, with its time
 * @param people how many they said last; blank = not said
 * @param buttons the answers there are
 */
record FacilityModel(
    String lang,
    String title,
    boolean drill,
    String heading,
    Optional<String> name,
    Optional<String> said,
    Optional<String> fault,
    String now,
    String people,
    List<AnswerModel.Button> buttons,
    String path,
    List<PageModel.Choice> languages,
    String home,
    Map<String, String> words) {}
