package jp.noroshi.gis.population;

import java.util.Arrays;
import java.util.Optional;

/** What a facility is. The name is stored. */
public enum FacilityKind {
  /** 要配慮者利用施設 (水防法15条, 土砂災害防止法8条): where people are cared for, taught or treated. */
  CARE("要配慮者利用施設"),
  /** 屋外拡声子局 of the municipality's radio (同報系). */
  OUTDOOR_STATION("屋外拡声子局"),
  /** 水位計 or 雨量計 of river, prefecture or municipality. */
  GAUGE("水位計・雨量計"),
  /** Where a helicopter lands in a disaster. */
  HELIPORT("災害時ヘリポート"),
  /** A well that is open to everybody in a disaster. */
  WELL("災害用井戸"),
  /** Where residents fetch sandbags. */
  SANDBAGS("土のうステーション"),
  /** Whatever else a list is about. */
  OTHER("その他の施設");

  private final String japanese;

  FacilityKind(String japanese) {
    this.japanese = japanese;
  }

  /** Finds the kind with this name or word. */
  public static Optional<FacilityKind> find(String said) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(said) || kind.japanese.equals(said))
        .findFirst();
  }

  /** Returns the word people know. */
  public String japanese() {
    return japanese;
  }
}
