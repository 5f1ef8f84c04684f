package jp.noroshi.gis.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.LatLon;

/**
 * What a plan says. Kept sealed as a whole.
 *
 * @param author who made it
 * @param authorName the maker's name or office
 * @param startSignal 開始の合図
 * @param startDetail the signal in words, where it is another one
 * @param destinations first and second, at least one
 * @param directToWelfareShelter whether the person may go straight to the 指定福祉避難所
 * @param transport how they go
 * @param helpersNeeded how many people are needed
 * @param minutesNeeded 所要時間 from the signal to the arrival
 * @param routes main, then alternative; empty = not worked out
 * @param meetingPlace 一時集合場所, in words
 * @param meetingPoint where that is
 * @param items 持出品
 * @param pets ペット
 * @param house stairs, entrance, where the key is
 * @param remarks 配慮 and whatever else helpers have to know
 * @param supporters who helps, in the order in which they are called
 * @param nextReview 次回確認日
 */
public record PlanContent(
    PlanAuthor author,
    Optional<String> authorName,
    StartSignal startSignal,
    Optional<String> startDetail,
    List<Destination> destinations,
    boolean directToWelfareShelter,
    Transport transport,
    int helpersNeeded,
    Optional<Integer> minutesNeeded,
    List<PlannedRoute> routes,
    Optional<String> meetingPlace,
    Optional<LatLon> meetingPoint,
    List<String> items,
    Optional<String> pets,
    Optional<String> house,
    Optional<String> remarks,
    List<Assignment> supporters,
    LocalDate nextReview) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when there is no destination, or more than two destinations or
   *     routes
   */
  public PlanContent {
    destinations = List.copyOf(destinations);
    routes = List.copyOf(routes);
    items = List.copyOf(items);
    supporters = List.copyOf(supporters);
    if (destinations.isEmpty() || destinations.size() > 2 || routes.size() > 2) {
      throw new IllegalArgumentException("one or two destinations, at most two routes");
    }
  }

  /** Returns the first destination. */
  public Destination destination() {
    return destinations.getFirst();
  }

  /** Returns the main route. */
  public Optional<PlannedRoute> mainRoute() {
    return routes.stream().findFirst();
  }

  /** Returns the same with another day of review. */
  PlanContent reviewedBy(LocalDate day) {
    return with(destinations, day);
  }

  /** Returns the same with other destinations. */
  PlanContent to(List<Destination> others) {
    return with(others, nextReview);
  }

  private PlanContent with(List<Destination> others, LocalDate day) {
    return new PlanContent(
        author,
        authorName,
        startSignal,
        startDetail,
        others,
        directToWelfareShelter,
        transport,
        helpersNeeded,
        minutesNeeded,
        routes,
        meetingPlace,
        meetingPoint,
        items,
        pets,
        house,
        remarks,
        supporters,
        day);
  }

  /** Says nothing: personal data does not belong in a log. */
  @Override
  public String toString() {
    return "PlanContent[…]";
  }
}
