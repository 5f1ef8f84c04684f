package jp.noroshi.opsconsole.page;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.shelters.response.AnswerPages.Page;
import jp.noroshi.shelters.response.TaskState;

/** What pages say on which somebody answers. Immutable. */
record AnswerWords(MessageTemplates texts, PageLanguages languages) {

  private static final List<String> DETAILS =
      List.of(
          "details",
          "details-note",
          "name",
          "address",
          "phone",
          "to",
          "meeting",
          "house",
          "remarks",
          "items",
          "helpers");

  String say(String language, String key) {
    return texts.word(language, "response-" + key);
  }

  /** Returns the words the templates name by themselves. */
  Map<String, String> fixed(String language) {
    Map<String, String> all = new LinkedHashMap<>(languages.words(language).fixed());
    all.putAll(
        DETAILS.stream()
            .collect(Collectors.toMap(key -> key, key -> say(language, "page-" + key))));
    return all;
  }

  /** Returns the page that says that a link opens nothing. */
  AnswerModel nothing(RoutingContext context, Mode mode) {
    String language = languages.of(context);
    return new AnswerModel(
        language,
        languages.words(language).title(mode == Mode.DRILL),
        mode == Mode.DRILL,
        say(language, "page-unknown"),
        Optional.empty(),
        say(language, "page-unknown-note"),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        "/",
        languages.choices(language, each -> "?lang=" + each),
        "/?lang=" + language,
        fixed(language));
  }

  /** Says how a request to a supporter stands. */
  String now(String language, Page.Supporters page) {
    return say(language, "page-now-" + now(page));
  }

  private static String now(Page.Supporters page) {
    if (page.over() && page.state() != TaskState.DONE) {
      return "OVER";
    }
    return switch (page.state()) {
      case ASKED, SILENT, ACCEPTED, ON_THE_WAY, DECLINED, DONE, WITHDRAWN -> page.state().name();
      case PLANNED, ABSENT, NO_ADDRESS -> TaskState.ASKED.name();
    };
  }

  /** Returns the buttons there are now, the usual answer first. */
  List<AnswerModel.Button> buttons(String language, Page page) {
    List<AnswerButtons.Offered> offered = AnswerButtons.of(page);
    return offered.stream()
        .map(
            each ->
                new AnswerModel.Button(
                    each.word(), say(language, each.label()), each.equals(offered.getFirst())))
        .toList();
  }

  /** Tells whether a supporter may see whom to help. */
  static boolean mayLook(Page.Supporters page) {
    return switch (page.state()) {
      case ASKED, SILENT, ACCEPTED, ON_THE_WAY -> !page.over();
      case PLANNED, ABSENT, NO_ADDRESS, DECLINED, DONE, WITHDRAWN -> false;
    };
  }
}
