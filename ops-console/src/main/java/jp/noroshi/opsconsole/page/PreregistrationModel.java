package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of pre-registration shows: the form with what was written, or the code.
 *
 * @param fault what to change, in the reader's language
 * @param code empty = the form
 * @param path where the form is sent
 */
record PreregistrationModel(
    String lang,
    String title,
    boolean drill,
    Optional<String> fault,
    Optional<Shown> code,
    String address,
    String phone,
    String community,
    List<Person> people,
    String path,
    List<PageModel.Choice> languages,
    String home,
    Map<String, String> words) {

  /** A code to be shown at the reception, and its squares. */
  record Shown(String code, int size, String path) {}

  /** The fields of a person. */
  record Person(
      int number, String legend, String name, String kana, String birth, List<NeedBox> needs) {}

  /** A need to tick. */
  record NeedBox(String need, String text, boolean checked) {}
}
