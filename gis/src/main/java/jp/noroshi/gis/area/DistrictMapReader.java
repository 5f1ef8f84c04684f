package jp.noroshi.gis.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.area.DistrictMap.Gap;
import jp.noroshi.gis.area.DistrictMap.Overlap;
import jp.noroshi.gis.area.DistrictMap.Row;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.file.shape.Feature;
import jp.noroshi.gis.file.shape.FeatureFile;
import jp.noroshi.gis.file.shape.FeatureReader;
import jp.noroshi.gis.file.shape.Outline;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads a map of districts. A district keeps its code by its name; a new one gets the next number.
 * One use for one map; not thread-safe.
 */
public final class DistrictMapReader {

  private static final List<String> NAMES =
      List.of("name", "名称", "自治会名", "町丁目名", "S_NAME", "地区名", "区名");

  private static final Pattern CODE = Pattern.compile("(\\d{5})-\\d{2,4}");

  private final AreaCode municipality;
  private final Map<String, String> codes;
  private final Set<String> taken;
  private final FeatureFile file;
  private final String nameColumn;
  private final Map<String, Geometry> areas = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private int next = 1;

  private DistrictMapReader(AreaCode municipality, Map<String, String> codes, FeatureFile file) {
    this.municipality = municipality;
    this.codes = codes;
    this.taken = new HashSet<>(codes.values());
    this.file = file;
    this.nameColumn = nameColumn(file);
  }

  /**
   * Reads a map from one file or from files that were sent together.
   *
   * @param municipality whose districts they are; where nobody says, the codes in the map tell
   * @param codes of the districts there are, by name
   * @param facts what its sender says of it: column
   * @throws UnreadableFileException when it is none; says what to do
   */
  public static DistrictMap read(
      Optional<AreaCode> municipality,
      Map<String, String> codes,
      Map<String, byte[]> files,
      Map<String, String> facts) {
    FeatureFile file = FeatureReader.read(files, facts).getFirst();
    return new DistrictMapReader(municipality.orElseGet(() -> municipalityOf(file)), codes, file)
        .read();
  }

  private static AreaCode municipalityOf(FeatureFile file) {
    return file.features().stream()
        .map(feature -> CODE.matcher(feature.text("code")))
        .filter(Matcher::matches)
        .map(found -> new AreaCode(found.group(1)))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    Fault.COLUMNS_MISSING,
                    "nothing says of which municipality the districts are: the attribute code holds"
                        + " none such as 22225-03; say the municipality"));
  }

  private static String nameColumn(FeatureFile file) {
    Optional<String> named = file.fact("column");
    return Stream.concat(named.stream(), NAMES.stream())
        .filter(file::hasAttribute)
        .findFirst()
        .or(() -> likely(file))
        .filter(found -> named.isEmpty() || named.get().equals(found))
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    Fault.COLUMN_UNNAMED,
                    "say which attribute is the name (column)",
                    attributes(file)));
  }

  /** The attribute whose values are words and all different: office exports call it SAFIELD000. */
  private static Optional<String> likely(FeatureFile file) {
    return attributes(file).stream()
        .filter(
            name -> {
              List<String> values =
                  file.features().stream().map(feature -> feature.text(name)).toList();
              return values.stream()
                      .noneMatch(text -> text.isEmpty() || text.matches("[-0-9.:/ ]+"))
                  && new HashSet<>(values).size() == values.size();
            })
        .findFirst();
  }

  private static List<String> attributes(FeatureFile file) {
    return file.features().stream()
        .flatMap(feature -> feature.attributes().keySet().stream())
        .distinct()
        .limit(20)
        .toList();
  }

  private DistrictMap read() {
    List<Row> rows = file.features().stream().map(this::row).toList();
    DistrictSeams seams = new DistrictSeams(areas);
    List<Overlap> overlaps = seams.overlaps();
    List<Gap> gaps = seams.gaps();
    return new DistrictMap(
        file,
        nameColumn,
        rows.stream().map(row -> doubt(row, overlaps, gaps)).toList(),
        overlaps,
        gaps);
  }

  /** What is wrong between districts is said of each of them. */
  private static Row doubt(Row row, List<Overlap> overlaps, List<Gap> gaps) {
    List<Doubt> doubts = new ArrayList<>(row.doubts());
    overlaps.stream()
        .filter(overlap -> row.label().equals(overlap.one()) || row.label().equals(overlap.other()))
        .forEach(
            overlap ->
                doubts.add(
                    new Doubt(
                        DoubtCode.OUTLINE_OVERLAPS,
                        row.label().equals(overlap.one()) ? overlap.other() : overlap.one(),
                        "%.0f m²".formatted(overlap.squareMetres()))));
    gaps.stream()
        .filter(gap -> gap.between().contains(row.label()))
        .forEach(
            gap ->
                doubts.add(
                    new Doubt(
                        DoubtCode.GAP_BESIDE,
                        "%.5f, %.5f".formatted(gap.at().latitude(), gap.at().longitude()),
                        "%.0f m²".formatted(gap.squareMetres()))));
    return new Row(row.number(), row.label(), row.entry(), doubts);
  }

  private Row row(Feature feature) {
    String name = feature.text(nameColumn);
    Optional<Outline> outline = feature.geometry().flatMap(Outline::find);
    List<Doubt> doubts = new ArrayList<>();
    outline
        .flatMap(Outline::mended)
        .ifPresent(fault -> doubts.add(new Doubt(DoubtCode.OUTLINE_MENDED, "", fault)));
    if (outline.isEmpty()) {
      doubts.add(new Doubt(DoubtCode.OUTLINE_UNUSABLE, "", ""));
    }
    if (name.isEmpty()) {
      doubts.add(new Doubt(DoubtCode.NAME_MISSING, nameColumn, ""));
    }
    boolean refused = doubts.stream().anyMatch(doubt -> doubt.code().isRefusing());
    if (feature.cut().contains(nameColumn)) {
      doubts.add(new Doubt(DoubtCode.VALUE_CUT, nameColumn, name));
    }
    return new Row(
        feature.number(),
        name.isEmpty() ? file.name() + " " + feature.number() : name,
        refused ? Optional.empty() : outline.map(area -> entry(feature, name, area)),
        doubts);
  }

  private DistrictEntry entry(Feature feature, String name, Outline outline) {
    String code = code(feature, name);
    if (seen.add(code)) {
      areas.put(name, outline.area());
    }
    return new DistrictEntry(
        code, name, feature.text("kana"), outline.mended(), outline.toBase64());
  }

  private String code(Feature feature, String name) {
    String given = feature.text("code");
    if (given.matches(municipality.value() + "-\\d{2,4}")) {
      taken.add(given);
      return given;
    }
    String known = codes.get(name);
    return known == null ? free() : known;
  }

  private String free() {
    String code = "%s-%02d".formatted(municipality.value(), next);
    while (taken.contains(code)) {
      next++;
      code = "%s-%02d".formatted(municipality.value(), next);
    }
    taken.add(code);
    return code;
  }
}
