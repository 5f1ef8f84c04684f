package jp.noroshi.opsconsole.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the template of the public map writes.
 *
 * @param words those that do not depend on what is known
 * @param pages where the rest is, if not all of it stands here
 */
record PublicMapModel(
    String lang,
    String title,
    boolean drill,
    String home,
    String self,
    String checked,
    Map<String, String> words,
    List<Choice> languages,
    Pages pages,
    List<Part> parts,
    List<Layer> layers) {

  /** A link. */
  record Choice(String lang, String text, String link, boolean current) {}

  /**
   * The other pages.
   *
   * @param heading over the list
   * @param none what is said where the list is empty; empty = nothing is known at all
   */
  record Pages(
      String heading,
      Optional<String> none,
      List<District> districts,
      Optional<String> previous,
      Optional<String> next) {

    boolean many() {
      return !districts.isEmpty();
    }

    boolean turnable() {
      return previous.isPresent() || next.isPresent();
    }
  }

  /** A link to the sites of a district. */
  record District(String name, String count, String link, boolean current) {}

  /** The sites of one district. */
  record Part(String name, List<Place> places) {}

  /**
   * A site.
   *
   * @param at latitude, longitude
   * @param kind the designation that decides its sign
   */
  record Place(
      String name,
      String address,
      String at,
      String kind,
      boolean open,
      String state,
      String kinds,
      Optional<String> dangers) {}

  /** A map of one danger that can be laid over. */
  record Layer(String id, String kind, String title, String source, List<Rank> ranks) {}

  /** What a colour and its hatch mean. */
  record Rank(String look, String text) {}

  boolean hasPlaces() {
    return !parts.isEmpty() || pages.many();
  }

  boolean hasLayers() {
    return !layers.isEmpty();
  }
}
