package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.opsconsole.page.PageModel.Choice;

/**
 * What the page of somebody's way shows, every text ready and in the reader's language.
 *
 * @param intro from where and from what
 * @param none that no site fits, where that is so
 */
record WayModel(
    String lang,
    String title,
    String size,
    boolean drill,
    String heading,
    Optional<String> intro,
    Optional<String> none,
    Optional<Site> site,
    List<OpenLine> open,
    boolean asked,
    List<Choice> profiles,
    List<Choice> dangers,
    List<Choice> languages,
    List<Choice> sizes,
    List<Choice> districts,
    String base,
    String home,
    Map<String, String> words) {

  /**
   * The site and the way there.
   *
   * @param state open since when and how full, or not opened yet
   * @param undesignated that the municipality did not designate it, where that is so
   * @param stands for which dangers, or what the maps say of it
   * @param straight that the line is no way to walk, where it is none
   * @param sketch an inline SVG
   * @param maps a {@code geo:} link
   */
  record Site(
      String name,
      String address,
      boolean isOpen,
      String state,
      Optional<String> undesignated,
      String stands,
      String distance,
      Optional<String> straight,
      List<String> warnings,
      List<String> steps,
      String sketch,
      String sketchText,
      String maps,
      String asOf) {
    boolean hasWarnings() {
      return !warnings.isEmpty();
    }

    boolean hasSteps() {
      return !steps.isEmpty();
    }
  }

  /** An open site, or another open place. */
  record OpenLine(
      String name, String state, Optional<String> undesignated, String stands, String distance) {}

  boolean hasOpen() {
    return !open.isEmpty();
  }
}
