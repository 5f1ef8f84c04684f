package jp.noroshi.opsconsole.api;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;

/** The languages in which the hub speaks to staff. */
enum Language {
  /** Japanese, unless the reader asks for another. */
  JA,
  /** English. */
  EN;

  /** Returns the best of what the reader asks for. */
  static Language of(RoutingContext context) {
    for (LanguageHeader wanted : context.acceptableLanguages()) {
      for (Language language : values()) {
        if (language.tag().equalsIgnoreCase(wanted.tag())) {
          return language;
        }
      }
    }
    return JA;
  }

  /** Returns its BCP 47 tag. */
  String tag() {
    return this == JA ? "ja" : "en";
  }
}
