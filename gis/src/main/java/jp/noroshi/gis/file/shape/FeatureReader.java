package jp.noroshi.gis.file.shape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads features with outlines in whatever form: GeoJSON, CityGML, or a shapefile as a zip or as
 * its loose parts. Stateless.
 */
public final class FeatureReader {

  private static final String FACTS = "layer";

  private FeatureReader() {}

  /**
   * Reads a file.
   *
   * @param fileName as its sender called it
   * @return one, or more where a zip holds more
   * @throws UnreadableFileException when it is none of them; the message says what to do
   */
  public static List<FeatureFile> read(String fileName, byte[] bytes) {
    return read(Map.of(fileName, bytes), Map.of());
  }

  /**
   * Reads files that were sent together, for instance the parts of a shapefile.
   *
   * @param files bytes by name
   * @param said what their sender says of them, which counts more than anything in them
   * @throws UnreadableFileException when one is none of the forms
   */
  public static List<FeatureFile> read(Map<String, byte[]> files, Map<String, String> said) {
    Map<String, byte[]> loose = new TreeMap<>();
    files.forEach(
        (name, bytes) -> {
          Limits.requireSmallEnough(bytes.length);
          loose.putAll(ZipParts.isZip(bytes) ? ZipParts.unpack(bytes) : Map.of(name, bytes));
        });
    List<FeatureFile> read = new ArrayList<>();
    Map<String, String> beside = facts(loose);
    beside.putAll(said);
    loose.forEach(
        (name, bytes) ->
            findWhole(name, bytes, loose).map(file -> file.with(beside)).ifPresent(read::add));
    if (read.isEmpty()) {
      throw new UnreadableFileException(
          Fault.WRONG_KIND,
          "there is no shapefile (.shp with .dbf and .prj), GeoJSON or CityGML in it");
    }
    return read;
  }

  /** What a person says of the map, in the file {@value #FACTS} beside it. */
  private static Map<String, String> facts(Map<String, byte[]> loose) {
    Map<String, String> facts = new TreeMap<>();
    loose.forEach(
        (name, bytes) -> {
          if (baseName(name).equals(FACTS) && ending(name).equals("json")) {
            facts.putAll(GeoJsonReader.texts(bytes));
          }
        });
    return facts;
  }

  private static Optional<FeatureFile> findWhole(
      String name, byte[] bytes, Map<String, byte[]> beside) {
    if (baseName(name).equals(FACTS)) {
      return Optional.empty();
    }
    return switch (ending(name)) {
      case "shp" -> Optional.of(shapefile(name, bytes, beside));
      case "geojson", "json" -> Optional.of(GeoJsonReader.read(baseName(name), bytes));
      case "gml", "citygml" -> Optional.of(CityGmlReader.read(baseName(name), bytes));
      default -> Optional.empty();
    };
  }

  private static FeatureFile shapefile(String name, byte[] bytes, Map<String, byte[]> beside) {
    CoordinateSystem coordinates =
        CoordinateSystem.ofPrj(
            text(
                part(name, "prj", beside)
                    .orElseThrow(
                        () ->
                            new UnreadableFileException(
                                Fault.COORDINATES_UNSAID,
                                "the .prj of "
                                    + name
                                    + " is missing: without it nobody knows where its coordinates"
                                    + " are. Send all parts together"))));
    List<Optional<Geometry>> shapes = ShpReader.read(bytes);
    DbfReader.Rows rows =
        part(name, "dbf", beside)
            .map(dbf -> DbfReader.read(dbf, part(name, "cpg", beside).map(FeatureReader::text)))
            .orElseThrow(
                () ->
                    new UnreadableFileException(
                        Fault.PARTS_MISSING,
                        "the .dbf of " + name + " is missing; send all parts together"));
    if (rows.rows().size() != shapes.size()) {
      throw new UnreadableFileException(
          Fault.PARTS_MISSING,
          "the .shp has %d records and the .dbf %d; send all parts of one state together"
              .formatted(shapes.size(), rows.rows().size()));
    }
    List<Feature> features = new ArrayList<>(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      DbfReader.Row row = rows.rows().get(i);
      features.add(
          new Feature(i + 1, row.attributes(), row.cut(), shapes.get(i).map(coordinates::toWgs84)));
    }
    return new FeatureFile(
        baseName(name),
        FeatureFile.Form.SHAPEFILE,
        rows.encoding(),
        coordinates.text(),
        Map.of(),
        features);
  }

  private static Optional<byte[]> part(String shp, String ending, Map<String, byte[]> beside) {
    String stem = stem(shp);
    return beside.entrySet().stream()
        .filter(file -> ending(file.getKey()).equals(ending) && stem(file.getKey()).equals(stem))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return (dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  private static String baseName(String name) {
    String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int dot = file.lastIndexOf('.');
    return dot < 0 ? file : file.substring(0, dot);
  }
}
