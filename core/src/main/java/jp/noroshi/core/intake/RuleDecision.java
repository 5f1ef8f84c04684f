package jp.noroshi.core.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;

/** What the intake rules say about an alert. */
public sealed interface RuleDecision {

  /**
   * Nobody needs to be told. What waits for approval in the same thread may still be overtaken by
   * the alert.
   *
   * @param reason why, for staff, Japanese
   */
  record Ignore(String reason) implements RuleDecision {}

  /** A draft is made, and people decide. */
  record Draft(Telling telling) implements RuleDecision {}

  /** It goes out at once, without approval. */
  record SendByItself(Telling telling) implements RuleDecision {}

  /**
   * What is to be told.
   *
   * @param rule the rule's name, the actor in the chronology ({@code rule:…})
   * @param template key of the texts
   * @param media on which media
   * @param leading the gravest of the changes that the rule is about: its hazard and level head the
   *     message
   * @param changes all changes that the rule is about, the gravest first; never empty
   * @param expiresAt when it must no longer be told
   */
  record Telling(
      String rule,
      String template,
      Set<Medium> media,
      KindChange leading,
      List<KindChange> changes,
      Instant expiresAt) {

    /** Copies the collections. */
    public Telling {
      media = Set.copyOf(media);
      changes = List.copyOf(changes);
    }

    /** Returns the districts the changes concern, each once. */
    public List<AreaCode> districts() {
      return changes.stream()
          .flatMap(change -> change.concerned().districts().stream())
          .distinct()
          .toList();
    }
  }
}
