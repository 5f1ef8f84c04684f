package jp.noroshi.core.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.config.SettingsFile;

/**
 * The siren signals this site may sound: site data with the source and the person or office who
 * approved it, because patterns differ by law and by prefecture and their misuse is an offence
 * (消防法18条2項). There is no national signal for 避難指示. Immutable, thread-safe.
 *
 * @param signals the signals
 */
public record SirenTable(List<Signal> signals) {

  /** Copies the list; none written means none allowed. */
  public SirenTable {
    signals = signals == null ? List.of() : List.copyOf(signals);
  }

  /**
   * One signal.
   *
   * @param code what adapters and drafts call it ({@code tsunami_warning})
   * @param name what people call it
   * @param onSeconds how long it sounds
   * @param offSeconds how long it pauses
   * @param repeats how often
   * @param basis the law behind it
   * @param source where the pattern is from
   * @param approver who approved it for this site; without one it never sounds
   * @param allowedInDrills whether the site lets it sound in drills
   * @param soundsFor when drafts carry it from the start
   */
  public record Signal(
      String code,
      String name,
      int onSeconds,
      int offSeconds,
      int repeats,
      String basis,
      String source,
      Optional<String> approver,
      boolean allowedInDrills,
      List<Occasion> soundsFor) {
    /** Copies the list; what is not written is empty. */
    public Signal {
      soundsFor = soundsFor == null ? List.of() : List.copyOf(soundsFor);
    }

    /** Returns how long it sounds in all. */
    public int seconds() {
      return repeats * (onSeconds + offSeconds);
    }
  }

  /**
   * When a signal sounds.
   *
   * @param hazard what threatens
   * @param kind how the kind's name begins (「大津波警報」); empty = an evacuation order
   * @param level the level of the evacuation order; empty = any, or an alert
   * @param lifted whether it marks the end
   */
  public record Occasion(
      Hazard hazard, Optional<String> kind, Optional<AlertLevel> level, boolean lifted) {

    private boolean fits(Occasion happened) {
      return hazard == happened.hazard
          && lifted == happened.lifted
          && kind.isPresent() == happened.kind.isPresent()
          && kind.map(begin -> happened.kind.orElse("").startsWith(begin)).orElse(true)
          && (level.isEmpty() || level.equals(happened.level));
    }
  }

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException when the file is missing or wrong; the message says where
   */
  public static SirenTable load(Path file) {
    return SettingsFile.read(file, SirenTable.class);
  }

  /** Finds an approved signal by its code. */
  public Optional<Signal> find(String code) {
    return signals.stream()
        .filter(signal -> signal.code().equals(code) && signal.approver().isPresent())
        .findFirst();
  }

  /** Finds the code of the approved signal that opens a message of this occasion. */
  public Optional<String> findFor(Occasion happened) {
    return signals.stream()
        .filter(signal -> signal.approver().isPresent())
        .filter(signal -> signal.soundsFor().stream().anyMatch(each -> each.fits(happened)))
        .map(Signal::code)
        .findFirst();
  }
}
