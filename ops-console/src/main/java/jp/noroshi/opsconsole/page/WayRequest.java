package jp.noroshi.opsconsole.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.route.WayProfile;
import jp.noroshi.opsconsole.page.PageRequest.TextSize;

/**
 * Whose way is asked for.
 *
 * @param from where somebody is; empty = not said yet
 * @param danger what from; empty = what the city's gravest order is about
 */
record WayRequest(
    Optional<From> from,
    Optional<HazardKind> danger,
    WayProfile profile,
    String language,
    TextSize size) {

  /** Where somebody starts. */
  sealed interface From {
    /** Somewhere in a district. */
    record District(AreaCode code) implements From {}

    /** At a place the device knows, rounded to about ten metres before it leaves the device. */
    record Place(LatLon at) implements From {}
  }

  /** Reads a position "latitude,longitude", empty where it is none. */
  static Optional<LatLon> place(String text) {
    String[] parts = text.split(",", -1);
    try {
      return parts.length == 2
          ? Optional.of(new LatLon(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<HazardKind> danger(String text) {
    return Arrays.stream(HazardKind.values()).filter(kind -> kind.name().equals(text)).findFirst();
  }

  String address() {
    StringBuilder address =
        new StringBuilder("/way?lang=" + language + "&size=" + size.parameter());
    from.ifPresent(
        start ->
            address.append(
                switch (start) {
                  case From.District(AreaCode code) -> "&d=" + code;
                  case From.Place(LatLon at) ->
                      String.format(Locale.ROOT, "&at=%.4f,%.4f", at.latitude(), at.longitude());
                }));
    danger.ifPresent(kind -> address.append("&danger=").append(kind.name()));
    if (profile == WayProfile.WHEELCHAIR) {
      address.append("&wheelchair=1");
    }
    return address.toString();
  }

  WayRequest in(String other) {
    return new WayRequest(from, danger, profile, other, size);
  }

  WayRequest sized(TextSize other) {
    return new WayRequest(from, danger, profile, language, other);
  }

  WayRequest by(WayProfile other) {
    return new WayRequest(from, danger, other, language, size);
  }

  WayRequest startingIn(AreaCode district) {
    return new WayRequest(
        Optional.of(new From.District(district)), danger, profile, language, size);
  }

  WayRequest fleeing(HazardKind kind) {
    return new WayRequest(from, Optional.of(kind), profile, language, size);
  }
}
