package jp.noroshi.gis.register;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an extract would change for one person.
 *
 * @param row of the residents' extract, 1 = the first; empty for somebody it does not have any more
 * @param person whom it is about; somebody new has their number already; empty when refused
 * @param outcome what would happen
 * @param kinds what kind of change
 * @param doubts what is doubtful, or why it was refused
 * @param version of the person that was compared; 0 = new
 * @param after what would be written
 */
public record ImportRow(
    Optional<Integer> row,
    Optional<PersonId> person,
    Outcome outcome,
    Set<ChangeKind> kinds,
    List<ImportDoubt> doubts,
    int version,
    Optional<PersonEntry> after) {

  /** What would happen. The name is stored. */
  public enum Outcome {
    /** 追加. */
    ADDED,
    /** 変更. */
    CHANGED,
    /** 変更なし. */
    UNCHANGED,
    /** Listed here, but the extract has nobody of that number: left as it is. */
    MISSING,
    /** Known to the office, but no rule lists them. */
    NOT_LISTED,
    /** 拒否. */
    REFUSED
  }

  /** Copies the collections. */
  public ImportRow {
    kinds = Set.copyOf(kinds);
    doubts = List.copyOf(doubts);
  }

  /** Tells whether approving writes something. */
  public boolean writes() {
    return outcome == Outcome.ADDED || outcome == Outcome.CHANGED;
  }

  @Override
  public String toString() {
    return "ImportRow[" + row + " " + outcome + "]";
  }
}
