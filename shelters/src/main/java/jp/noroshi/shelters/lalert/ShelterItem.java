package jp.noroshi.shelters.lalert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What L-Alert tells of one shelter (避難所情報). Figures are left out where nobody counted.
 *
 * @param openedAt 開設日時
 * @param closedAt 閉鎖日時
 * @param people 避難者数, those who came on their own included
 * @param households 避難世帯数
 * @param selfPeople うち自主避難: of the people, never added to them
 * @param selfHouseholds of the households, likewise
 */
public record ShelterItem(
    UUID shelter,
    String name,
    String address,
    Sort sort,
    Optional<Integer> capacity,
    Optional<Instant> openedAt,
    Optional<Instant> closedAt,
    Optional<Integer> people,
    Optional<Integer> households,
    Optional<Integer> selfPeople,
    Optional<Integer> selfHouseholds) {

  /** 開設状況. There is none for 満員, and none for 閉鎖準備: people are still there. */
  public enum Sort {
    /** 開設. */
    OPENED,
    /** 閉鎖. */
    CLOSED,
    /** 未開設. */
    NOT_OPENED
  }
}
