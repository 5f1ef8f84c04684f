package jp.noroshi.shelters.opening;

/** What kind of place people are counted at. The name is stored. */
public enum ShelterKind {
  /** An evacuation site of the lists. */
  SITE("避難場所・避難所"),
  /** 自主避難所: opened by the people themselves. */
  SELF_OPENED("自主避難所"),
  /** 車中泊: people sleep in their cars. */
  CAR_PARK("車中泊の場所"),
  /** テント泊. */
  TENTS("テント泊の場所"),
  /** 在宅避難: people at home who are looked after from here. */
  HOMES("在宅避難"),
  /** 親族宅, an inn and the like. */
  OTHER("そのほか");

  private final String japanese;

  ShelterKind(String japanese) {
    this.japanese = japanese;
  }

  /** Returns the word of the forms. */
  public String japanese() {
    return japanese;
  }

  /** Tells whether people here are counted as 避難所以外, apart from those in shelters. */
  public boolean isOutside() {
    return switch (this) {
      case SITE, SELF_OPENED -> false;
      case CAR_PARK, TENTS, HOMES, OTHER -> true;
    };
  }
}
