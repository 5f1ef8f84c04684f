package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.time.InstantSource;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.place.AreaCode;

/**
 * What every screen needs to know of the hub.
 *
 * @param mode live or drill
 * @param municipality for whom it works
 * @param version of the program
 * @param clock what time it is
 */
public record HubFacts(
    Mode mode, MunicipalitySettings municipality, String version, InstantSource clock) {

  Instant now() {
    return clock.instant();
  }

  /** A code and its name. */
  record Named(AreaCode code, String name) {}

  Named municipalityIn(Language language) {
    return named(municipality.code(), language);
  }

  Named named(AreaCode area, Language language) {
    return new Named(area, municipality.areaName(area, language.tag()));
  }
}
