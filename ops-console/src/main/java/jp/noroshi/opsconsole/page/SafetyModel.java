package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page of reports shows: the form, with what was written when something is to be changed.
 *
 * @param said what became of the report just sent
 * @param fault what to change, in the reader's language
 * @param safe whether 無事 was chosen
 * @param at where they are, as their phone said: degrees north and east, comma between
 * @param metres how far off that may be
 * @param help whether 助けがほしい was chosen
 */
record SafetyModel(
    String lang,
    String title,
    boolean drill,
    String heading,
    Optional<String> said,
    Optional<String> fault,
    boolean safe,
    boolean help,
    String name,
    String kana,
    String birth,
    String phone,
    String people,
    String place,
    String note,
    String at,
    String metres,
    String path,
    List<PageModel.Choice> languages,
    String home,
    Map<String, String> words) {}
