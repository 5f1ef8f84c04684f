package jp.noroshi.opsconsole.page;

import io.vertx.ext.web.RoutingContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.opsconsole.page.PageModel.Choice;

/** The languages residents' pages speak, each with its words. Thread-safe. */
final class PageLanguages {

  private final Map<String, PageWords> words;
  private final PageSwitches switches;
  private final String main;

  /** Takes those the texts are written in, in their order. */
  PageLanguages(MessageTemplates texts, MunicipalitySettings municipality) {
    Map<String, PageWords> each = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    for (String language : texts.languages()) {
      each.put(language, new PageWords(language, texts, municipality));
      names.put(language, texts.nameOf(language));
    }
    this.words = Collections.unmodifiableMap(each);
    this.switches = new PageSwitches(names);
    this.main = municipality.mainLanguage();
  }

  /** Returns the language a reader asks for by {@code ?lang=}; else the municipality's main one. */
  String of(RoutingContext context) {
    String wanted = context.request().getParam("lang", main);
    return words.containsKey(wanted) ? wanted : main;
  }

  /** Returns the words of a language. */
  PageWords words(String language) {
    return words.get(language);
  }

  /** Returns the words by language. */
  Map<String, PageWords> words() {
    return words;
  }

  /** Returns the switch of language and size. */
  PageSwitches switches() {
    return switches;
  }

  /** Lists the languages; each leads to the address of the same page in it. */
  List<Choice> choices(String current, Function<String, String> address) {
    return switches.languages(current, address);
  }
}
