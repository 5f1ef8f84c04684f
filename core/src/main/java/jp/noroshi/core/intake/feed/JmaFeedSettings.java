package jp.noroshi.core.intake.feed;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the JMA feeds are read.
 *
 * @param baseUrl the folder of the feeds; HTTPS, except on this very machine
 * @param feeds names of the high-frequency feeds; each has a long twin {@code <name>_l}
 * @param telegrams which telegrams are fetched: the beginning of the type, and the offices (the
 *     last part of the file name) or none for all of them. What is not listed is never fetched,
 *     which spares JMA most of the traffic
 * @param staleAfter a feed that has not been renewed for so long is stale although it answers
 * @param dailyBytes the most bytes a day; JMA blocks an address at about 10 GB
 */
public record JmaFeedSettings(
    URI baseUrl,
    List<String> feeds,
    Map<String, Set<String>> telegrams,
    Duration staleAfter,
    Long dailyBytes) {

  /** Where JMA publishes. */
  public static final URI JMA = URI.create("https://www.data.jma.go.jp/developer/xml/feed/");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Set<String> ALL_OFFICES = Set.of();

  /**
   * Completes what is not written.
   *
   * @throws IllegalArgumentException when the address is not HTTPS
   */
  public JmaFeedSettings {
    baseUrl = baseUrl == null ? JMA : baseUrl;
    feeds = feeds == null ? List.of("extra", "eqvol") : List.copyOf(feeds);
    telegrams = telegrams == null ? readTypes() : Map.copyOf(telegrams);
    staleAfter = staleAfter == null ? Duration.ofMinutes(30) : staleAfter;
    dailyBytes = dailyBytes == null ? 2_000_000_000L : dailyBytes;
    if (!"https".equals(baseUrl.getScheme()) && !isThisMachine(baseUrl)) {
      throw new IllegalArgumentException("jmaFeed.baseUrl は https:// で始めてください: " + baseUrl);
    }
    if (!baseUrl.getPath().endsWith("/")) {
      throw new IllegalArgumentException("jmaFeed.baseUrl は / で終えてください: " + baseUrl);
    }
  }

  /**
   * Returns the settings for the telegrams the hub reads, weather warnings of these offices only.
   */
  public static JmaFeedSettings forOffices(Set<String> offices) {
    Map<String, Set<String>> telegrams = new HashMap<>(readTypes());
    telegrams.put("VPWW5", offices);
    telegrams.put("VPWW6", offices);
    return new JmaFeedSettings(null, null, telegrams, null, null);
  }

  private static Map<String, Set<String>> readTypes() {
    return Map.of(
        "VPWW5", ALL_OFFICES,
        "VPWW6", ALL_OFFICES,
        "VXKO", ALL_OFFICES,
        "VXSE51", ALL_OFFICES,
        "VXSE53", ALL_OFFICES,
        "VTSE41", ALL_OFFICES,
        "VFVO50", ALL_OFFICES);
  }

  private static boolean isThisMachine(URI uri) {
    return uri.getHost() != null && THIS_MACHINE.contains(uri.getHost());
  }

  /** Tells whether the telegram is fetched; one whose name tells nothing is. */
  boolean wants(FeedEntry entry) {
    return entry
        .findType()
        .map(
            type ->
                telegrams.entrySet().stream()
                    .anyMatch(
                        wanted ->
                            type.startsWith(wanted.getKey())
                                && (wanted.getValue().isEmpty()
                                    || wanted.getValue().contains(entry.office()))))
        .orElse(true);
  }

  /** Tells whether an address is on the same server as the feeds. */
  boolean isOwn(URI uri) {
    return baseUrl.getScheme().equals(uri.getScheme())
        && baseUrl.getAuthority().equals(uri.getAuthority());
  }
}
