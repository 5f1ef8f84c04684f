package jp.noroshi.opsconsole.page;

import java.util.List;
import jp.noroshi.shelters.response.AnswerPages.Page;
import jp.noroshi.shelters.response.TaskState;

/** Which answers there are to a question as it stands; the usual one first. */
final class AnswerButtons {

  private AnswerButtons() {}

  /**
   * An answer.
   *
   * @param word what is said by it
   * @param label of the words in the templates
   */
  record Offered(String word, String label) {}

  private static final Offered ACCEPT = new Offered("ACCEPT", "accept");
  private static final Offered CANNOT = new Offered("CANNOT", "cannot");
  private static final Offered ON_THE_WAY = new Offered("ON_THE_WAY", "on-the-way");
  private static final Offered PERSON_SAFE = new Offered("SAFE", "safe");
  private static final Offered SAFE = new Offered("SAFE", "self-safe");
  private static final Offered HELP = new Offered("HELP", "self-help");

  static List<Offered> of(Page page) {
    return switch (page) {
      case Page.Supporters supporters ->
          supporters.over() ? List.of() : ofSupporter(supporters.state());
      case Page.Own own when own.over() -> List.of();
      case Page.Own own -> own.safe() ? List.of(HELP) : List.of(SAFE, HELP);
    };
  }

  private static List<Offered> ofSupporter(TaskState state) {
    return switch (state) {
      case ASKED, SILENT, PLANNED, ABSENT, NO_ADDRESS -> List.of(ACCEPT, CANNOT);
      case ACCEPTED -> List.of(ON_THE_WAY, PERSON_SAFE, CANNOT);
      case ON_THE_WAY -> List.of(PERSON_SAFE, CANNOT);
      case DECLINED -> List.of(ACCEPT);
      case DONE, WITHDRAWN -> List.of();
    };
  }
}
