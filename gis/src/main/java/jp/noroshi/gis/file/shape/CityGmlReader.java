package jp.noroshi.gis.file.shape;

import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Reads the hazard maps of a 3D city model: CityGML 2.0 with the extensions of Project PLATEAU, one
 * feature per city object. Latitude stands before longitude and height. The triangles of a water
 * surface are merged. Beside the simple elements a feature has the attribute {@value #TYPE}.
 */
final class CityGmlReader {

  /** The element that says what kind of danger it is. */
  static final String TYPE = "type";

  private static final XMLInputFactory XML = factory();
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final List<Feature> features = new ArrayList<>();
  private Map<String, String> attributes = new LinkedHashMap<>();
  private List<Polygon> polygons = new ArrayList<>();
  private LinearRing outer;
  private final List<LinearRing> holes = new ArrayList<>();
  private boolean inside;
  private boolean inHole;
  private CoordinateSystem coordinates;
  private int dimension = 3;

  private CityGmlReader() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableFileException when it is no city model
   */
  static FeatureFile read(String name, byte[] bytes) {
    CityGmlReader reader = new CityGmlReader();
    String encoding;
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
      encoding = Optional.ofNullable(xml.getEncoding()).orElse("UTF-8");
      reader.model(xml);
      xml.close();
    } catch (XMLStreamException
        | WstxLazyException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw new UnreadableFileException(
          Fault.BROKEN,
          "the GML is broken at object " + (reader.features.size() + 1) + ": " + e.getMessage(),
          e);
    }
    if (reader.coordinates == null) {
      throw new UnreadableFileException(
          Fault.COORDINATES_UNSAID, "the GML does not say its coordinates (srsName)");
    }
    return new FeatureFile(
        name,
        FeatureFile.Form.CITY_GML,
        encoding,
        reader.coordinates.text(),
        Map.of(),
        reader.features);
  }

  private void model(XMLStreamReader xml) throws XMLStreamException {
    boolean first = true;
    String lastStart = "";
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          lastStart = xml.getLocalName();
          if (first && !lastStart.equals("CityModel")) {
            throw new UnreadableFileException(
                Fault.WRONG_KIND, "the XML is no CityGML: it begins with " + lastStart);
          }
          first = false;
          text.setLength(0);
          start(xml, lastStart);
        }
        case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          String name = xml.getLocalName();
          end(name, name.equals(lastStart) ? text.toString() : "");
          text.setLength(0);
          lastStart = "";
        }
        default -> {}
      }
    }
  }

  private void start(XMLStreamReader xml, String name) {
    String system = xml.getAttributeValue(null, "srsName");
    if (system != null && coordinates == null) {
      coordinates = CoordinateSystem.named(system);
      String axes = xml.getAttributeValue(null, "srsDimension");
      dimension = axes == null ? 3 : Integer.parseInt(axes);
      if (dimension < 2 || dimension > 3) {
        throw new IllegalArgumentException("there are " + dimension + " dimensions");
      }
    }
    switch (name) {
      case "cityObjectMember" -> begin();
      case "interior" -> inHole = true;
      case "exterior" -> inHole = false;
      default -> {
        String id = xml.getAttributeValue("http://www.opengis.net/gml", "id");
        if (inside && attributes.isEmpty() && id != null) {
          attributes.put("id", id);
          attributes.put(TYPE, name);
        } else if (inside && name.endsWith("RiskAttribute") && !name.startsWith("flooding")) {
          attributes.put(TYPE, name);
        }
      }
    }
  }

  private void begin() {
    inside = true;
    attributes = new LinkedHashMap<>();
    polygons = new ArrayList<>();
  }

  private void end(String name, String text) {
    switch (name) {
      case "posList" -> ring(text);
      case "Polygon" -> polygon();
      case "cityObjectMember" -> finish();
      default -> {
        if (inside && !text.isBlank()) {
          attributes.putIfAbsent(name, text.strip());
        }
      }
    }
  }

  private void ring(String text) {
    StringTokenizer numbers = new StringTokenizer(text);
    if (numbers.countTokens() % dimension != 0) {
      throw new IllegalArgumentException("a ring is cut off");
    }
    Coordinate[] points = new Coordinate[numbers.countTokens() / dimension];
    for (int i = 0; i < points.length; i++) {
      double latitude = Double.parseDouble(numbers.nextToken());
      double longitude = Double.parseDouble(numbers.nextToken());
      if (dimension == 3) {
        numbers.nextToken();
      }
      points[i] = Limits.finite(longitude, latitude);
    }
    LinearRing ring = SHAPES.createLinearRing(Rings.close(points));
    if (inHole) {
      holes.add(ring);
    } else {
      outer = ring;
    }
  }

  private void polygon() {
    if (outer != null) {
      polygons.add(SHAPES.createPolygon(outer, holes.toArray(LinearRing[]::new)));
    }
    outer = null;
    holes.clear();
    inHole = false;
  }

  private void finish() {
    features.add(new Feature(features.size() + 1, attributes, Set.of(), merged()));
    Limits.requireFewEnough(features.size());
    inside = false;
  }

  private Optional<Geometry> merged() {
    List<Polygon> areas = polygons.stream().filter(polygon -> polygon.getArea() > 0).toList();
    if (areas.isEmpty()) {
      return Optional.empty();
    }
    Geometry all = SHAPES.createMultiPolygon(areas.toArray(Polygon[]::new));
    // What crosses itself is not merged but mended and said by whoever takes it over.
    boolean whole = areas.size() == 1 || !areas.stream().allMatch(Polygon::isValid);
    return Optional.of(whole ? all : OverlayNGRobust.union(all));
  }
}
