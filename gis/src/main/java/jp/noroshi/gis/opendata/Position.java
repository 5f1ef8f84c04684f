package jp.noroshi.gis.opendata;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Where a row says its place is. Every latitude in Japan is below 46 and every longitude above 122,
 * so a swapped pair is known at sight; metres of a plane rectangular system are known by their
 * size.
 *
 * @param place WGS 84; empty where there is none
 * @param doubts what was odd
 */
record Position(Optional<LatLon> place, List<Doubt> doubts) {

  private static final double LARGEST_DEGREES = 360;
  private static final double LARGEST_METRES = 1_000_000;

  /** Zone I … XIX for the prefectures 1 … 47; of several zones the one most people live in. */
  private static final int[] ZONES = {
    12, 10, 10, 10, 10, 10, 9, 9, 9, 9, 9, 9, 9, 9, 8, 7, 7, 6, 8, 8, 7, 8, 7, 6, 6, 6, 6, 5, 6, 6,
    5, 3, 5, 3, 3, 4, 4, 4, 4, 2, 2, 1, 2, 2, 2, 2, 15
  };

  /** JGD2011, zone I is 6669. */
  private static final int EPSG_BEFORE_ZONE_ONE = 6668;

  /** GSI's bounds of Japan, all islands, a little wider. */
  private static boolean isInJapan(double latitude, double longitude) {
    return latitude >= 20 && latitude <= 46 && longitude >= 122 && longitude <= 155;
  }

  /**
   * Reads two cells.
   *
   * @param projection the system of coordinates in metres, where it is known
   */
  static Position read(
      String field, String latitude, String longitude, Optional<Integer> projection) {
    if (latitude.isEmpty() && longitude.isEmpty()) {
      return refused(DoubtCode.POSITION_MISSING, field, "");
    }
    Optional<Double> first = number(latitude);
    Optional<Double> second = number(longitude);
    if (first.isEmpty() || second.isEmpty()) {
      return refused(DoubtCode.POSITION_UNREADABLE, field, latitude + ", " + longitude);
    }
    return of(field, first.get(), second.get(), projection);
  }

  /** Reads a pair of numbers, the latitude or the northing first. */
  static Position of(
      String field, double latitude, double longitude, Optional<Integer> projection) {
    String written = plain(latitude) + ", " + plain(longitude);
    if (isInJapan(latitude, longitude)) {
      return new Position(Optional.of(new LatLon(latitude, longitude)), List.of());
    }
    if (isInJapan(longitude, latitude)) {
      return new Position(
          Optional.of(new LatLon(longitude, latitude)),
          List.of(new Doubt(DoubtCode.POSITION_SWAPPED, field, written)));
    }
    return looksProjected(latitude, longitude)
        ? projected(field, latitude, longitude, projection)
        : refused(DoubtCode.POSITION_ABROAD, field, written);
  }

  private static boolean looksProjected(double x, double y) {
    double largest = Math.max(Math.abs(x), Math.abs(y));
    return largest > LARGEST_DEGREES && largest <= LARGEST_METRES;
  }

  /** In Japanese papers x points north, which is how a column before the other is meant. */
  private static Position projected(
      String field, double north, double east, Optional<Integer> projection) {
    String written = plain(north) + ", " + plain(east);
    Optional<LatLon> place = projection.flatMap(epsg -> unproject(epsg, north, east));
    return place
        .map(
            found ->
                new Position(
                    place, List.of(new Doubt(DoubtCode.POSITION_PROJECTED, field, written))))
        .orElseGet(() -> refused(DoubtCode.POSITION_UNREADABLE, field, written));
  }

  /**
   * Finds the plane rectangular system of a municipality's prefecture (EPSG).
   *
   * @param municipality 5 digits; may be empty
   */
  static Optional<Integer> findProjection(String municipality) {
    if (municipality.length() != 5) {
      return Optional.empty();
    }
    int prefecture = Integer.parseInt(municipality.substring(0, 2));
    return prefecture >= 1 && prefecture <= ZONES.length
        ? Optional.of(EPSG_BEFORE_ZONE_ONE + ZONES[prefecture - 1])
        : Optional.empty();
  }

  private static Optional<LatLon> unproject(int epsg, double north, double east) {
    try {
      CRSFactory factory = new CRSFactory();
      CoordinateTransform transform =
          new CoordinateTransformFactory()
              .createTransform(
                  factory.createFromName("EPSG:" + epsg), factory.createFromName("EPSG:4326"));
      ProjCoordinate place =
          transform.transform(new ProjCoordinate(east, north), new ProjCoordinate());
      return isInJapan(place.y, place.x)
          ? Optional.of(new LatLon(place.y, place.x))
          : Optional.empty();
    } catch (Proj4jException e) {
      return Optional.empty();
    }
  }

  private static Position refused(DoubtCode code, String field, String value) {
    return new Position(Optional.empty(), List.of(new Doubt(code, field, value)));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static Optional<Double> number(String text) {
    String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", "").strip();
    if (!digits.matches("[+-]?[0-9]{1,9}(\\.[0-9]{1,20})?")) {
      return Optional.empty();
    }
    return Optional.of(Double.valueOf(digits));
  }
}
