package jp.noroshi.opsconsole.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.tiles.PublicPlaces.Site;

/**
 * Which sites stand on a page of the residents' map. A municipality with few shows all of them on
 * one; with many the first page shows those that are open, and each district has pages of its own.
 *
 * @param sites those on this page
 * @param request the page that is shown in truth
 * @param pages how many pages there are
 * @param openOnly whether only those that are open are shown
 * @param districts how many there are in each district; empty where all of them stand on one page
 */
record PublicMapChoice(
    List<Site> sites,
    PublicMapRequest request,
    int pages,
    boolean openOnly,
    Map<String, Count> districts) {

  /** So many sites keep a page below 50 KB, longest names and all. */
  static final int ON_A_PAGE = 50;

  /** Sites of a district. */
  record Count(int all, int open) {}

  /**
   * Chooses for a request; one for a page or district that is not there gets the nearest that is.
   */
  static PublicMapChoice of(PublicMapRequest request, List<Site> all, Set<UUID> open) {
    if (all.size() <= ON_A_PAGE) {
      PublicMapRequest whole = new PublicMapRequest(request.language(), Optional.empty(), 1);
      return new PublicMapChoice(all, whole, 1, false, Map.of());
    }
    Map<String, Count> districts = count(all, open);
    Optional<String> district = request.district().filter(districts::containsKey);
    List<Site> wanted =
        all.stream()
            .filter(
                site ->
                    district
                        .map(code -> code.equals(districtOf(site)))
                        .orElseGet(() -> open.contains(site.id())))
            .toList();
    int pages = Math.max(1, Math.ceilDiv(wanted.size(), ON_A_PAGE));
    int page = Math.min(request.page(), pages);
    return new PublicMapChoice(
        wanted.stream().skip((page - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList(),
        new PublicMapRequest(request.language(), district, page),
        pages,
        district.isEmpty(),
        districts);
  }

  private static Map<String, Count> count(List<Site> all, Set<UUID> open) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                PublicMapChoice::districtOf,
                LinkedHashMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    sites ->
                        new Count(
                            sites.size(),
                            Math.toIntExact(
                                sites.stream().filter(it -> open.contains(it.id())).count())))));
  }

  private static String districtOf(Site site) {
    return site.district().map(AreaCode::value).orElse(PublicMapRequest.ELSEWHERE);
  }
}
