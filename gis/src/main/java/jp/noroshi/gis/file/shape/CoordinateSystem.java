package jp.noroshi.gis.file.shape;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * The system a file's coordinates are in. JGD2000, JGD2011 and WGS 84 are equal here (the movement
 * of the crust is left out: up to about 5 m in the north east); plane rectangular zones are
 * converted. The old Tokyo datum is refused: libraries differ by metres and none has the official
 * grid.
 *
 * @param epsg its number
 */
record CoordinateSystem(int epsg) {

  static final CoordinateSystem WGS_84 = new CoordinateSystem(4326);

  private static final Pattern EPSG = Pattern.compile("(?i)EPSG[:/]+(?:[0-9.]*[:/]+)?(\\d{4,5})");
  private static final int FIRST_JGD2000_ZONE = 2443;
  private static final int FIRST_JGD2011_ZONE = 6669;
  private static final int ZONES = 19;

  /** Latitude and longitude of the origins of zones I–XIX (平成14年国土交通省告示第9号). */
  private static final double[][] ORIGINS = {
    {33, 129.5},
    {33, 131},
    {36, 132 + 10 / 60.0},
    {33, 133.5},
    {36, 134 + 20 / 60.0},
    {36, 136},
    {36, 137 + 10 / 60.0},
    {36, 138.5},
    {36, 139 + 50 / 60.0},
    {40, 140 + 50 / 60.0},
    {44, 140.25},
    {44, 142.25},
    {44, 144.25},
    {26, 142},
    {26, 127.5},
    {26, 124},
    {26, 131},
    {20, 136},
    {26, 154}
  };

  private static final int LONGEST_PRJ = 10_000;

  CoordinateSystem {
    if (isTokyo(epsg)) {
      throw tokyo();
    }
    if (!isGeographic(epsg) && zone(epsg) == 0) {
      throw refused("EPSG:" + epsg + " is not taken over");
    }
  }

  /**
   * Recognises the text of a {@code .prj}. The first takes about two seconds.
   *
   * @throws UnreadableFileException when it is another system, or none
   */
  static CoordinateSystem ofPrj(String wkt) {
    if (wkt.length() > LONGEST_PRJ) {
      throw refused("the .prj is no description of coordinates");
    }
    if (wkt.toLowerCase(Locale.ROOT).contains("tokyo")) {
      throw tokyo();
    }
    return new CoordinateSystem(look(wkt));
  }

  /**
   * Recognises a name such as {@code urn:ogc:def:crs:EPSG::6668}, {@code
   * http://www.opengis.net/def/crs/EPSG/0/6697} or {@code urn:ogc:def:crs:OGC:1.3:CRS84}.
   *
   * @throws UnreadableFileException when it is another system
   */
  static CoordinateSystem named(String name) {
    if (name.endsWith("CRS84")) {
      return WGS_84;
    }
    Matcher found = EPSG.matcher(name);
    if (!found.find()) {
      throw refused("the coordinates are in an unknown system (" + shortened(name) + ")");
    }
    return new CoordinateSystem(Integer.parseInt(found.group(1)));
  }

  private static int look(String wkt) {
    try {
      CoordinateReferenceSystem system = CRS.parseWKT(wkt);
      return switch (system) {
        case GeographicCRS geographic -> geographic(geographic, wkt);
        case ProjectedCRS projected -> projected(projected, wkt);
        default -> throw unknown(wkt);
      };
    } catch (FactoryException | RuntimeException e) {
      if (e instanceof UnreadableFileException unreadable) {
        throw unreadable;
      }
      throw new UnreadableFileException(
          Fault.COORDINATES_REFUSED,
          "the .prj cannot be understood (" + shortened(wkt) + "); save the file anew as JGD2011",
          e);
    }
  }

  /** ESRI's names (D_JGD_2011) are none of EPSG's, so that a search by equality misses them. */
  private static int geographic(GeographicCRS system, String wkt) {
    String datum =
        system.getDatum().getName().getCode().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    boolean metric = Math.abs(system.getDatum().getEllipsoid().getSemiMajorAxis() - 6_378_137) < 1;
    if (metric && (datum.contains("jgd2011") || datum.endsWith("datum2011"))) {
      return 6668;
    }
    if (metric && (datum.contains("jgd2000") || datum.endsWith("datum2000"))) {
      return 4612;
    }
    if (metric
        && (datum.contains("wgs1984")
            || datum.contains("wgs84")
            || datum.equals("worldgeodeticsystem1984"))) {
      return WGS_84.epsg();
    }
    throw unknown(wkt);
  }

  private static int projected(ProjectedCRS system, String wkt) {
    int first =
        geographic(system.getBaseCRS(), wkt) == 6668 ? FIRST_JGD2011_ZONE : FIRST_JGD2000_ZONE;
    ParameterValueGroup said = system.getConversionFromBase().getParameterValues();
    double latitude = said.parameter("latitude_of_origin").doubleValue();
    double longitude = said.parameter("central_meridian").doubleValue();
    boolean plain =
        said.parameter("scale_factor").doubleValue() == 0.9999
            && said.parameter("false_easting").doubleValue() == 0
            && said.parameter("false_northing").doubleValue() == 0;
    for (int zone = 0; plain && zone < ZONES; zone++) {
      if (Math.abs(ORIGINS[zone][0] - latitude) < 1e-6
          && Math.abs(ORIGINS[zone][1] - longitude) < 1e-6) {
        return first + zone;
      }
    }
    throw unknown(wkt);
  }

  private static UnreadableFileException unknown(String wkt) {
    return refused("the .prj describes an unknown system (" + shortened(wkt) + ")");
  }

  /** Converts in place and returns the same geometry. */
  Geometry toWgs84(Geometry geometry) {
    if (!isGeographic(epsg)) {
      geometry.apply(new FromZone(zone(epsg)));
      geometry.geometryChanged();
    }
    return geometry;
  }

  /** Returns how people write it. */
  String text() {
    return "EPSG:" + epsg;
  }

  private static boolean isGeographic(int epsg) {
    return switch (epsg) {
      case 4326, 4979, 4612, 6668, 6697 -> true;
      default -> false;
    };
  }

  /** Returns 1–19 (I–XIX), 0 for what is no plane rectangular zone. */
  private static int zone(int epsg) {
    if (epsg >= FIRST_JGD2000_ZONE && epsg < FIRST_JGD2000_ZONE + ZONES) {
      return epsg - FIRST_JGD2000_ZONE + 1;
    }
    if (epsg >= FIRST_JGD2011_ZONE && epsg < FIRST_JGD2011_ZONE + ZONES) {
      return epsg - FIRST_JGD2011_ZONE + 1;
    }
    return 0;
  }

  private static boolean isTokyo(int epsg) {
    return epsg == 4301 || (epsg >= 30161 && epsg <= 30179);
  }

  private static UnreadableFileException tokyo() {
    return new UnreadableFileException(
        Fault.TOKYO_DATUM,
        "the coordinates are in the old Tokyo datum (日本測地系); they would be metres off. Convert them"
            + " with TKY2JGD of 国土地理院, save the file in JGD2011 and try again");
  }

  private static UnreadableFileException refused(String why) {
    return new UnreadableFileException(
        Fault.COORDINATES_REFUSED,
        why
            + "; save the file in JGD2011 (geographic or plane rectangular) or WGS 84 and try again");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  /** Files store east first, whatever the papers call x. */
  private static final class FromZone implements CoordinateSequenceFilter {

    private final CoordinateTransform transform;
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();

    FromZone(int zone) {
      CRSFactory systems = new CRSFactory();
      this.transform =
          new CoordinateTransformFactory()
              .createTransform(
                  systems.createFromName("EPSG:" + (FIRST_JGD2000_ZONE + zone - 1)),
                  systems.createFromName("EPSG:4326"));
    }

    @Override
    public void filter(CoordinateSequence points, int i) {
      from.x = points.getX(i);
      from.y = points.getY(i);
      transform.transform(from, to);
      points.setOrdinate(i, CoordinateSequence.X, to.x);
      points.setOrdinate(i, CoordinateSequence.Y, to.y);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
