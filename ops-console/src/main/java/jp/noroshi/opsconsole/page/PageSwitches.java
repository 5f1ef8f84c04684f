package jp.noroshi.opsconsole.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.noroshi.opsconsole.page.PageModel.Choice;
import jp.noroshi.opsconsole.page.PageRequest.TextSize;

/**
 * The switches every page of residents has: its language and the size of its letters.
 *
 * @param languageNames what each language is called by its readers, in the order of the switch
 */
record PageSwitches(Map<String, String> languageNames) {

  PageSwitches {
    languageNames = Collections.unmodifiableMap(new LinkedHashMap<>(languageNames));
  }

  /** Lists the languages; each leads to the address of the same page in it. */
  List<Choice> languages(String current, Function<String, String> address) {
    return languageNames.entrySet().stream()
        .map(
            each ->
                new Choice(
                    each.getValue(),
                    each.getKey(),
                    address.apply(each.getKey()),
                    each.getKey().equals(current)))
        .toList();
  }

  /** Lists the sizes; each leads to the address of the same page in it. */
  static List<Choice> sizes(
      TextSize current, String language, PageWords words, Function<TextSize, String> address) {
    return Stream.of(TextSize.values())
        .map(
            size ->
                new Choice(
                    words.say("size-" + size.parameter()),
                    language,
                    address.apply(size),
                    size == current))
        .toList();
  }
}
