package jp.noroshi.core.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.intake.IntakeRule.Action;
import jp.noroshi.core.message.Medium;

/**
 * Decides by the municipality's rules whether an alert is ignored, becomes a draft or is sent by
 * itself. Thread-safe; computes only.
 */
public final class IntakeRules {
  private static final String NO_RULE = "当てはまる規則がないため、記録だけしました。";
  private static final String NO_CHANGE = "この市町村について変わったことはありません。";

  private final List<IntakeRule> rules;

  /** Decides by these rules, the first that fits each change. */
  public IntakeRules(IntakeSettings settings) {
    this.rules = settings.rules();
  }

  /**
   * Decides. An alert with several changes is told once: by the rule of the gravest change that is
   * to be told, for all changes that are to be told. If any of them needs a person, all of them do.
   *
   * @param alert the alert with what it changed here
   * @param past what messages of the same stream were told about
   */
  RuleDecision decide(StoredAlert alert, List<PastTelling> past) {
    List<Verdict> verdicts =
        alert.changes().stream().map(change -> judge(alert, change, past)).toList();
    List<Tell> told =
        verdicts.stream().filter(Tell.class::isInstance).map(Tell.class::cast).toList();
    if (told.isEmpty()) {
      return new RuleDecision.Ignore(reasonOf(verdicts));
    }
    Tell first = told.getFirst();
    Set<Medium> media =
        told.stream().flatMap(tell -> tell.rule().media().stream()).collect(Collectors.toSet());
    RuleDecision.Telling telling =
        new RuleDecision.Telling(
            first.rule().name(),
            first.rule().template(),
            media,
            first.change(),
            told.stream().map(Tell::change).toList(),
            first.expiresAt());
    return told.stream().allMatch(tell -> tell.rule().then() == Action.SEND)
        ? new RuleDecision.SendByItself(telling)
        : new RuleDecision.Draft(telling);
  }

  private static String reasonOf(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(Hush.class::isInstance)
        .map(verdict -> ((Hush) verdict).reason())
        .findFirst()
        .orElse(NO_CHANGE);
  }

  private Verdict judge(StoredAlert alert, KindChange change, List<PastTelling> past) {
    Optional<IntakeRule> fitting =
        rules.stream().filter(rule -> rule.fits(alert.alert(), change)).findFirst();
    if (fitting.isEmpty()) {
      return new Hush(change.change() == Change.CONTINUED ? NO_CHANGE : NO_RULE);
    }
    IntakeRule rule = fitting.get();
    if (rule.then() == Action.IGNORE) {
      return new Hush(rule.because());
    }
    if (rule.isQuietAt(alert.takenInAt(), change.concerned().kind())) {
      return new Hush("規則「" + rule.name() + "」の静かにする時間帯のため、記録だけしました。");
    }
    if (rule.repeatLimit().filter(limit -> isRepeat(alert, change, past, limit)).isPresent()) {
      return new Hush("同じ内容を少し前に扱ったため、記録だけしました。");
    }
    Instant expiresAt = expiryOf(alert, rule.validFor());
    return expiresAt.isAfter(alert.takenInAt())
        ? new Tell(rule, change, expiresAt)
        : new Hush("発表から時間がたち、伝える期限を過ぎているため、記録だけしました。");
  }

  private static boolean isRepeat(
      StoredAlert alert, KindChange change, List<PastTelling> past, Duration limit) {
    Instant since = alert.takenInAt().minus(limit);
    return past.stream().anyMatch(telling -> telling.at().isAfter(since) && telling.says(change));
  }

  /** In a drill an old telegram is played as if it had just been sent. */
  private static Instant expiryOf(StoredAlert alert, Duration validFor) {
    Instant sent = alert.alert().sent();
    Duration shift =
        alert.mode() == Mode.DRILL ? Duration.between(sent, alert.takenInAt()) : Duration.ZERO;
    Instant byRule = sent.plus(shift).plus(validFor);
    return alert
        .alert()
        .expires()
        .map(end -> end.plus(shift))
        .filter(end -> end.isBefore(byRule))
        .orElse(byRule);
  }

  private sealed interface Verdict {}

  private record Tell(IntakeRule rule, KindChange change, Instant expiresAt) implements Verdict {}

  private record Hush(String reason) implements Verdict {}
}
