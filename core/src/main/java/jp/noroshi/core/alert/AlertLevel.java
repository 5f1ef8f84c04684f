package jp.noroshi.core.alert;

import java.util.Optional;

/**
 * 警戒レベル 1–5. Only where the law knows one: tsunami, volcanoes, seismic intensity and civil
 * protection have scales of their own and no number here.
 *
 * <p>A level said by JMA is an equivalent (相当); the order to evacuate is the municipality's alone.
 */
public enum AlertLevel {
  /** 早期注意情報. */
  ONE(1),
  /** 注意報. */
  TWO(2),
  /** 警報; 高齢者等避難 when the municipality orders it. */
  THREE(3),
  /** 危険警報; 避難指示 when the municipality orders it. */
  FOUR(4),
  /** 特別警報; 緊急安全確保 when the municipality orders it. */
  FIVE(5);

  private final int number;

  AlertLevel(int number) {
    this.number = number;
  }

  /** Returns 1 … 5. */
  public int number() {
    return number;
  }

  /**
   * Returns the level with this number.
   *
   * @throws IllegalArgumentException outside 1 … 5
   */
  public static AlertLevel of(int number) {
    return find(number).orElseThrow(() -> new IllegalArgumentException("no alert level " + number));
  }

  /** Finds the level with this number, empty outside 1 … 5. */
  public static Optional<AlertLevel> find(int number) {
    return number >= 1 && number <= 5 ? Optional.of(values()[number - 1]) : Optional.empty();
  }

  /** Tells whether this level is the other or above it. */
  public boolean isAtLeast(AlertLevel other) {
    return compareTo(other) >= 0;
  }
}
