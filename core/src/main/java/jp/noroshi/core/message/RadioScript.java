package jp.noroshi.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Rendering.Radio.Part;

/**
 * What the radio plays, in the customary order: chime or siren, call to attention, speaker, the
 * text twice, speaker, chime down. In a drill 「これは訓練です。」 is said twice before and after every part.
 */
final class RadioScript {

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？])|\n");
  private static final int BETWEEN_SENTENCES = 1_200;
  private static final int BETWEEN_SECTIONS = 2_000;

  private final Mode mode;
  private final String language;
  private final Readings readings;
  private final String drillSentence;
  private final List<Part> parts = new ArrayList<>();

  RadioScript(Mode mode, String language, Readings readings, String drillSentence) {
    this.mode = mode;
    this.language = language;
    this.readings = readings;
    this.drillSentence = drillSentence;
  }

  List<Part> write(Optional<SirenTable.Signal> siren, String speaker, String text) {
    String[] lines = text.strip().split("\n", 2);
    String attention = lines.length == 2 ? lines[0] : "";
    String body = lines[lines.length - 1];
    parts.add(
        siren
            .<Part>map(signal -> new Part.Siren(signal.code(), signal.repeats()))
            .orElse(new Part.Chime(true)));
    section(attention + speaker);
    section(body);
    section(body);
    section(speaker);
    markDrill();
    parts.add(new Part.Chime(false));
    return List.copyOf(parts);
  }

  private void section(String text) {
    markDrill();
    say(text);
    parts.add(new Part.Pause(BETWEEN_SECTIONS));
  }

  private void markDrill() {
    if (mode == Mode.DRILL) {
      say(drillSentence + drillSentence);
      parts.add(new Part.Pause(BETWEEN_SENTENCES));
    }
  }

  private void say(String text) {
    List<String> sentences =
        SENTENCE_END.splitAsStream(text).map(String::strip).filter(s -> !s.isEmpty()).toList();
    for (int i = 0; i < sentences.size(); i++) {
      if (i > 0) {
        parts.add(new Part.Pause(BETWEEN_SENTENCES));
      }
      parts.add(new Part.Speech(sentences.get(i), readings.read(sentences.get(i)), language));
    }
  }
}
