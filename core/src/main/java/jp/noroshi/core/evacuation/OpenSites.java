package jp.noroshi.core.evacuation;

import java.util.List;

/**
 * Answers what core cannot know: where people are taken in now. Implemented by shelters.
 * Thread-safe, blocking.
 */
public interface OpenSites {

  /** Returns where residents may go now, full ones among them. */
  Open now();

  /**
   * Where people are taken in.
   *
   * @param sites evacuation sites of the lists
   * @param places others that residents are told of
   */
  record Open(List<OpenSite> sites, List<OpenPlace> places) {
    /** Nothing is open. */
    public static final Open NOTHING = new Open(List.of(), List.of());

    /** Copies the lists. */
    public Open {
      sites = List.copyOf(sites);
      places = List.copyOf(places);
    }
  }
}
