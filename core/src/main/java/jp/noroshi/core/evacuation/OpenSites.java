package jp.noroshi.core.evacuation;

import java.util.List;

/**
 * Answers what core cannot know: which evacuation sites are open now. Implemented by shelters.
 * Thread-safe, blocking.
 */
public interface OpenSites {

  /** Lists the open sites, full ones among them. */
  List<OpenSite> list();
}
