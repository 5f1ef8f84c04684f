package jp.noroshi.core.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.dispatch.Outgoing.Reach;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import org.jdbi.v3.core.Handle;

/** Finds whom the dispatch reaches on each medium, by the language they are told in. */
record FindAudience(Subscribers subscribers, String mainLanguage) implements Stage {

  @Override
  public Verdict apply(Handle handle, Outgoing outgoing) {
    List<Reach> reaches = new ArrayList<>();
    for (Medium medium : outgoing.dispatch().media().stream().sorted().toList()) {
      reaches.addAll(
          Subscribers.isWhole(medium, outgoing.dispatch().audience())
              ? whole(handle, outgoing.dispatch(), medium)
              : byLanguage(handle, outgoing.dispatch(), medium));
    }
    return new Verdict.Pass(outgoing.reaching(reaches));
  }

  /** A broadcast speaks one language; the page has all, the radio those it speaks. */
  private List<Reach> whole(Handle handle, Dispatch dispatch, Medium medium) {
    if (medium == Medium.LINE) {
      int count = subscribers.count(handle, dispatch.audience(), medium);
      return List.of(new Reach(medium, mainLanguage, true, count));
    }
    return languages(dispatch, medium).stream()
        .sorted()
        .map(language -> new Reach(medium, language, true, 0))
        .toList();
  }

  private List<Reach> byLanguage(Handle handle, Dispatch dispatch, Medium medium) {
    return subscribers
        .countByLanguage(handle, dispatch.audience(), medium, languages(dispatch, medium))
        .entrySet()
        .stream()
        .map(each -> new Reach(medium, each.getKey(), false, each.getValue()))
        .toList();
  }

  static Set<String> languages(Dispatch dispatch, Medium medium) {
    return dispatch.texts().stream()
        .filter(text -> text.medium() == medium)
        .map(DraftText::language)
        .collect(Collectors.toSet());
  }
}
