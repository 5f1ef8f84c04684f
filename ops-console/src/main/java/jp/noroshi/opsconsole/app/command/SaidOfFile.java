package jp.noroshi.opsconsole.app.command;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What a person says of a file because nothing in it does. */
final class SaidOfFile {

  @Option(names = "--source", description = "Who made it.")
  private String source;

  @Option(names = "--edition", description = "The day of its data, for example 2026-04-01.")
  private String edition;

  @Option(names = "--licence", description = "Under which it may be shown.")
  private String licence;

  /** Returns what was said; may be added to. */
  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("source", source);
    facts.put("edition", edition);
    facts.put("licence", licence);
    facts.values().removeIf(Objects::isNull);
    return facts;
  }
}
