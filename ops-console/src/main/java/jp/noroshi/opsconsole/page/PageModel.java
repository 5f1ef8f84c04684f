package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the template shows, every text ready and in the reader's language. The template only places
 * and escapes.
 *
 * @param lang the language of the page
 * @param title the page's title, the drill mark included
 * @param size m, l or x
 * @param drill whether everything is marked as a drill
 * @param heading the first heading
 * @param trouble what the hub does not know, the gravest first
 * @param bar the gravest order here, if there is one
 * @param calm what is said instead
 * @param checked as of when
 * @param overview the lists below, absent on the page of a notice
 * @param notice the one notice, on its page
 * @param way the address of the page of the way to a site
 * @param words the fixed words by key
 */
record PageModel(
    String lang,
    String title,
    String size,
    boolean drill,
    String heading,
    List<Trouble> trouble,
    Optional<Bar> bar,
    Optional<String> calm,
    String checked,
    Optional<Overview> overview,
    Optional<NoticeLine> notice,
    List<Choice> languages,
    List<Choice> sizes,
    List<Choice> districts,
    String self,
    String home,
    String way,
    String fragment,
    long number,
    String lost,
    Map<String, String> words) {

  /** Something the hub does not know. */
  record Trouble(String title, String body) {}

  /**
   * The level bar. Number, name and shape say what the colour says.
   *
   * @param key 3, 4, 5, or {@code t} for a tsunami, which has no number
   * @param number the number, absent for a tsunami
   */
  record Bar(
      String key,
      Optional<Integer> number,
      String name,
      String hazard,
      String action,
      String since) {}

  /**
   * The lists of the ordinary page.
   *
   * @param noAlerts whether it may be said that nothing is in force: only while announcements
   *     arrive
   */
  record Overview(
      List<OrderLine> orders, List<AlertLine> alerts, List<NoticeLine> notices, boolean noAlerts) {
    boolean hasOrders() {
      return !orders.isEmpty();
    }

    boolean hasAlerts() {
      return !alerts.isEmpty();
    }
  }

  /** Districts under the same order. */
  record OrderLine(
      String key,
      Optional<Integer> number,
      String name,
      String hazard,
      String areas,
      String since) {}

  /** Something others announced. */
  record AlertLine(String publisher, String name, String areas, String since) {}

  /** A notice; {@code lang} is that of its text, which may be another than the page's. */
  record NoticeLine(
      String lang,
      String title,
      List<String> paragraphs,
      String published,
      String until,
      boolean ended,
      String link) {}

  /** A link among several, one of them being the present page. */
  record Choice(String text, String lang, String link, boolean current) {}
}
