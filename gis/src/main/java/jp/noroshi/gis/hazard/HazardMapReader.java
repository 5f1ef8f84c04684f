package jp.noroshi.gis.hazard;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import jp.noroshi.gis.file.shape.Feature;
import jp.noroshi.gis.file.shape.FeatureFile;
import jp.noroshi.gis.file.shape.FeatureReader;
import jp.noroshi.gis.file.shape.Outline;
import jp.noroshi.gis.hazard.HazardMap.Row;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads hazard maps of every known form. What a map does not say of itself (kind, scenario, name,
 * source, edition, licence, column) stands beside it: in GeoJSON as members beside the features, in
 * a zip as texts of a file {@code layer.json}. One use for one map; not thread-safe.
 */
public final class HazardMapReader {

  private static final int LONGEST = 200;

  private final FeatureFile file;
  private final ZoneForm form;
  private final LayerFacts facts;
  private final Map<String, Integer> keys = new HashMap<>();
  private final Envelope bounds = new Envelope();

  private HazardMapReader(FeatureFile file) {
    this.file = file;
    this.form = ZoneForm.of(file);
    this.facts = facts();
  }

  /**
   * Reads the maps in a file.
   *
   * @param fileName as its sender called it
   * @throws UnreadableFileException when it holds no hazard map; says what to do
   */
  public static List<HazardMap> read(String fileName, byte[] bytes) {
    return read(Map.of(fileName, bytes), Map.of());
  }

  /**
   * Reads the maps in files that were sent together, for instance the parts of a shapefile.
   *
   * @param facts what their sender says of them, which counts more than what stands beside them
   */
  public static List<HazardMap> read(Map<String, byte[]> files, Map<String, String> facts) {
    return FeatureReader.read(files, facts).stream()
        .map(file -> new HazardMapReader(file).read())
        .toList();
  }

  private LayerFacts facts() {
    return new LayerFacts(
        kind(),
        text("scenario").orElse(form.scenario()),
        text("name").orElse(file.name()),
        text("source").orElse(""),
        edition(),
        text("licence").orElse(""));
  }

  private Optional<String> text(String fact) {
    return file.fact(fact).map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
  }

  private HazardKind kind() {
    return file.fact("kind")
        .map(HazardMapReader::kind)
        .or(form::kind)
        .or(() -> ofName(file.name()))
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    Fault.KIND_UNSAID,
                    "nothing says which danger this map shows; say its kind: " + kinds()));
  }

  private static HazardKind kind(String name) {
    return Arrays.stream(HazardKind.values())
        .filter(kind -> kind.name().equals(name) || kind.japanese().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    Fault.KIND_UNSAID, "there is no kind " + name + "; there are: " + kinds()));
  }

  private static String kinds() {
    return Arrays.stream(HazardKind.values()).map(Enum::name).collect(Collectors.joining(", "));
  }

  private static Optional<HazardKind> ofName(String name) {
    if (name.contains("内水")) {
      return Optional.of(HazardKind.INLAND_FLOOD);
    }
    if (name.contains("津波")) {
      return Optional.of(HazardKind.TSUNAMI);
    }
    if (name.contains("高潮")) {
      return Optional.of(HazardKind.STORM_SURGE);
    }
    return name.contains("洪水") ? Optional.of(HazardKind.FLOOD) : Optional.empty();
  }

  private Optional<LocalDate> edition() {
    try {
      return file.fact("edition").map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw new UnreadableFileException(
          Fault.EDITION_UNSAID, "the edition must be a day such as 2026-04-01", e);
    }
  }

  private HazardMap read() {
    List<Row> rows = new ArrayList<>(file.features().size());
    file.features().forEach(feature -> rows.add(row(feature)));
    return new HazardMap(file, form.name(), facts, rows, bounds);
  }

  private Row row(Feature feature) {
    Optional<Danger> danger = form.danger().apply(feature);
    Optional<Outline> outline = feature.geometry().flatMap(Outline::find);
    List<Doubt> doubts = new ArrayList<>();
    feature.cut().stream()
        .sorted()
        .forEach(name -> doubts.add(new Doubt(DoubtCode.VALUE_CUT, name, feature.text(name))));
    outline
        .flatMap(Outline::mended)
        .ifPresent(fault -> doubts.add(new Doubt(DoubtCode.OUTLINE_MENDED, "", fault)));
    if (outline.isEmpty()) {
      doubts.add(new Doubt(DoubtCode.OUTLINE_UNUSABLE, "", geometryType(feature)));
    }
    if (danger.isEmpty()) {
      doubts.add(new Doubt(DoubtCode.RANK_UNREADABLE, form.field(), feature.text(form.field())));
    }
    String label = danger.map(Danger::label).orElseGet(() -> file.name() + " " + feature.number());
    return new Row(
        feature.number(),
        label,
        danger.flatMap(found -> outline.map(area -> entry(feature, found, area))),
        doubts);
  }

  private static String geometryType(Feature feature) {
    return feature.geometry().map(geometry -> geometry.getGeometryType()).orElse("");
  }

  private ZoneEntry entry(Feature feature, Danger danger, Outline outline) {
    bounds.expandToInclude(outline.area().getEnvelopeInternal());
    return new ZoneEntry(
        facts,
        facts.dataSet() + "/" + identity(feature),
        danger.label(),
        danger.rank(),
        danger.minDepth(),
        danger.maxDepth(),
        feature.attributes(),
        outline.mended(),
        outline.toBase64());
  }

  /** One number of a prefecture may stand for a yellow and a red zone of several parts. */
  private String identity(Feature feature) {
    String named = form.identity().isEmpty() ? "" : feature.text(form.identity());
    String key = named.isEmpty() ? "#" + feature.number() : named;
    int times = keys.merge(key, 1, Integer::sum);
    return times == 1 ? key : key + "~" + times;
  }
}
