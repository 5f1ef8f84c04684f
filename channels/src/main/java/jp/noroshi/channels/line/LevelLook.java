package jp.noroshi.channels.line;

import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;

/**
 * How a level looks: the colours of 内閣府「警戒レベルの配色」 (2020) with a text colour that stays readable on
 * them, and a shape. Where the law knows no level the look is neutral and has no mark.
 *
 * @param background the colour behind the title
 * @param foreground the colour of the title
 * @param mark shape and number, what tells levels apart without colour
 */
record LevelLook(String background, String foreground, Optional<Mark> mark) {

  private static final String BLACK = "#000000";
  private static final String WHITE = "#FFFFFF";

  /** The shape and number of a level. */
  record Mark(String shape, int number) {

    /**
     * Returns the mark in words. The name is the title's: whether JMA announced or the municipality
     * ordered is not to be read off a number.
     */
    String label(String language) {
      return shape + (language.startsWith("ja") ? " 警戒レベル" : " Alert level ") + number;
    }
  }

  static LevelLook of(Optional<AlertLevel> level) {
    return level
        .map(LevelLook::of)
        .orElseGet(() -> new LevelLook("#1A3A5C", WHITE, Optional.empty()));
  }

  private static LevelLook of(AlertLevel level) {
    return switch (level) {
      case ONE -> look(level, WHITE, BLACK, "○");
      case TWO -> look(level, "#F2E700", BLACK, "△");
      // White on this red is 3.8 : 1, too little; black is 5.6 : 1.
      case THREE -> look(level, "#FF2800", BLACK, "▲");
      case FOUR -> look(level, "#AA00AA", WHITE, "◆");
      case FIVE -> look(level, "#0C000C", WHITE, "■");
    };
  }

  private static LevelLook look(
      AlertLevel level, String background, String foreground, String shape) {
    return new LevelLook(background, foreground, Optional.of(new Mark(shape, level.number())));
  }
}
