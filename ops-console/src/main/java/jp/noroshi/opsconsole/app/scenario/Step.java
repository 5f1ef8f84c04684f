package jp.noroshi.opsconsole.app.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.message.Medium;

/** Something that happens in a scenario. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Step.Telegram.class, name = "telegram"),
  @JsonSubTypes.Type(value = Step.Order.class, name = "order"),
  @JsonSubTypes.Type(value = Step.Instruct.class, name = "instruct"),
  @JsonSubTypes.Type(value = Step.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Step.Arrivals.class, name = "arrivals"),
  @JsonSubTypes.Type(value = Step.Listed.class, name = "listed"),
  @JsonSubTypes.Type(value = Step.Offline.class, name = "offline"),
  @JsonSubTypes.Type(value = Step.Outage.class, name = "outage"),
  @JsonSubTypes.Type(value = Step.Leaving.class, name = "leaving"),
  @JsonSubTypes.Type(value = Step.Answers.class, name = "answers"),
  @JsonSubTypes.Type(value = Step.Reports.class, name = "reports")
})
public sealed interface Step {

  /** Returns the minute in which it happens, or begins. */
  int at();

  /**
   * A telegram comes in.
   *
   * @param file beside the scenario, in {@code ../telegrams}
   */
  record Telegram(int at, String file) implements Step {}

  /**
   * The duty officer proposes a change of evacuation orders and somebody else approves it.
   *
   * @param level 3 to 5; empty = lifted
   * @param reason a clause before 「ため」; empty = the usual words
   */
  record Order(
      int at,
      String hazard,
      Optional<Integer> level,
      List<String> districts,
      Optional<String> reason)
      implements Step {
    /** Copies the list. */
    public Order {
      districts = List.copyOf(districts);
    }
  }

  /** So many shelters that fit are told to open. */
  record Instruct(int at, int shelters) implements Step {}

  /** So many shelters open, those told to first, and each gets a tablet. */
  record Open(int at, int shelters) implements Step {}

  /**
   * People come to the open shelters.
   *
   * @param minutes over how long
   * @param named of a hundred, who give their name; the others are only counted
   */
  record Arrivals(int at, int minutes, int people, int named) implements Step {}

  /**
   * People on the register whose district is under an order come to the open shelters and say who
   * they are.
   *
   * @param minutes over how long
   */
  record Listed(int at, int minutes, int people) implements Step {}

  /**
   * The tablet of a shelter has no network; what it writes down comes later.
   *
   * @param shelter the how manyth that opened, from 1
   */
  record Offline(int at, int minutes, int shelter) implements Step {}

  /** A medium's provider does not answer. */
  record Outage(int at, int minutes, Medium medium) implements Step {}

  /** Of a hundred people at the shelters so many go home. */
  record Leaving(int at, int share) implements Step {}

  /**
   * How supporters and people answer from now on, each share of a hundred; the others stay silent.
   *
   * @param accept supporters who go, and say later that the person is safe
   * @param refuse supporters who cannot
   * @param safe people who say that they are safe
   * @param help people who ask for help
   */
  record Answers(int at, int accept, int refuse, int safe, int help) implements Step {}

  /**
   * Residents report of themselves, on LINE and on the page.
   *
   * @param minutes over how long
   * @param safe how many say that they are safe
   * @param help how many ask for help
   */
  record Reports(int at, int minutes, int safe, int help) implements Step {}
}
