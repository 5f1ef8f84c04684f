package jp.noroshi.core.message;

import jp.noroshi.core.message.Rendering.Radio.Part;

/**
 * Estimates how long a broadcast takes, so that a writer sees before sending that a text is too
 * long to listen to. Outdoor loudspeakers are read at about five morae a second; a kanji counts
 * two.
 *
 * @param sirens how long the site's signals sound
 */
public record RadioSeconds(SirenTable sirens) {

  private static final double MORAE_PER_SECOND = 5;
  private static final double CHIME = 4;

  /** Returns the seconds on air. */
  public int of(Rendering.Radio radio) {
    double once = 0;
    for (Part part : radio.parts()) {
      once +=
          switch (part) {
            case Part.Chime _ -> CHIME;
            case Part.Pause pause -> pause.milliseconds() / 1000.0;
            case Part.Siren siren ->
                sirens.find(siren.code()).map(SirenTable.Signal::seconds).orElse(0);
            case Part.Speech speech ->
                radio.repeatSpeech() * morae(speech.kana()) / MORAE_PER_SECOND;
          };
    }
    return (int) Math.ceil(once);
  }

  private static double morae(String text) {
    return text.codePoints().mapToDouble(RadioSeconds::moraeOf).sum();
  }

  private static double moraeOf(int c) {
    if (Character.isIdeographic(c) || Character.isDigit(c)) {
      return 2;
    }
    return Character.isLetter(c) || c == '、' || c == '。' ? 1 : 0;
  }
}
