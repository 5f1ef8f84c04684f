package jp.noroshi.opsconsole.page;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody wants to read of the residents' map.
 *
 * @param language in which language
 * @param district code of the only district, {@link #ELSEWHERE}, or empty for an overview
 * @param page which page of it, from 1
 */
record PublicMapRequest(String language, Optional<String> district, int page) {

  /** Stands for the sites that lie in no district of ours. */
  static final String ELSEWHERE = "elsewhere";

  private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,3}");

  /** Reads the parameters of an address; what is wrong in them is left out. */
  static PublicMapRequest of(String language, Optional<String> district, Optional<String> page) {
    return new PublicMapRequest(
        language,
        district,
        page.filter(text -> PAGE.matcher(text).matches()).map(Integer::parseInt).orElse(1));
  }

  /** The address of a page. */
  String link() {
    return "/map?lang="
        + language
        + district.map(code -> "&district=" + code).orElse("")
        + (page == 1 ? "" : "&page=" + page);
  }

  PublicMapRequest in(String otherLanguage) {
    return new PublicMapRequest(otherLanguage, district, page);
  }

  PublicMapRequest of(String otherDistrict) {
    return new PublicMapRequest(language, Optional.of(otherDistrict), 1);
  }

  PublicMapRequest at(int otherPage) {
    return new PublicMapRequest(language, district, otherPage);
  }
}
