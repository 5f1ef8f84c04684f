package jp.noroshi.shelters.lalert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.shelters.lalert.ShelterItem.Sort;

/**
 * A whole report about the shelters; each revision takes the place of the one before.
 *
 * @param document the same in all revisions of one disaster
 * @param revision from 1
 * @param madeAt as of when it holds
 */
public record SheltersReport(
    UUID document,
    int revision,
    Distribution distribution,
    AreaCode municipality,
    String municipalityName,
    Instant madeAt,
    List<ShelterItem> items) {

  /** 配信の区分: nothing else keeps a drill off the air. */
  public enum Distribution {
    /** 本番. */
    ACTUAL,
    /** 訓練. */
    EXERCISE;

    static Distribution of(Mode mode) {
      return switch (mode) {
        case LIVE -> ACTUAL;
        case DRILL -> EXERCISE;
      };
    }
  }

  /** Whether it begins, goes on or ends a document. */
  public enum Type {
    /** The first. */
    REPORT,
    /** One that takes the place of the former. */
    UPDATE
  }

  /** Copies the list. */
  public SheltersReport {
    items = List.copyOf(items);
  }

  /** Returns whether it is the first of its document. */
  public Type type() {
    return revision == 1 ? Type.REPORT : Type.UPDATE;
  }

  /** Returns how many shelters are open. */
  public int openShelters() {
    return Math.toIntExact(items.stream().filter(item -> item.sort() == Sort.OPENED).count());
  }

  /** Returns how many people are there, as far as anybody counted. */
  public int people() {
    return items.stream().map(ShelterItem::people).mapToInt(known -> known.orElse(0)).sum();
  }

  /**
   * Tells whether it says of the same shelters, where they are too, that they stand the same,
   * whatever the figures.
   */
  boolean standsAs(SheltersReport other) {
    return items.stream()
        .map(SheltersReport::standing)
        .toList()
        .equals(other.items.stream().map(SheltersReport::standing).toList());
  }

  private record Standing(
      UUID shelter, String name, String address, Sort sort, Optional<Instant> openedAt) {}

  private static Standing standing(ShelterItem item) {
    return new Standing(item.shelter(), item.name(), item.address(), item.sort(), item.openedAt());
  }
}
