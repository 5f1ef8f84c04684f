package jp.noroshi.gis.file.shape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of features as it was read.
 *
 * @param name of the file, without folders and ending
 * @param encoding of its texts
 * @param coordinates in which it was written, for instance {@code EPSG:2450}
 * @param facts what it says of itself: in GeoJSON the texts beside the features
 * @param features in the order of the file, in WGS 84
 */
public record FeatureFile(
    String name,
    Form form,
    String encoding,
    String coordinates,
    Map<String, String> facts,
    List<Feature> features) {

  /** How it is written. */
  public enum Form {
    /** ESRI's shapefile. */
    SHAPEFILE,
    /** RFC 7946, or the older form with {@code crs}. */
    GEOJSON,
    /** CityGML 2.0 as in Project PLATEAU. */
    CITY_GML
  }

  /** Copies the collections. */
  public FeatureFile {
    facts = Map.copyOf(facts);
    features = List.copyOf(features);
  }

  /** Returns something it says of itself. */
  public Optional<String> fact(String name) {
    return Optional.ofNullable(facts.get(name)).filter(text -> !text.isBlank());
  }

  /** Returns the same with more facts, which count more than its own. */
  FeatureFile with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(facts);
    all.putAll(more);
    return new FeatureFile(name, form, encoding, coordinates, all, features);
  }

  /** Tells whether a feature has the attribute. */
  public boolean hasAttribute(String name) {
    return features.stream().anyMatch(feature -> feature.attributes().containsKey(name));
  }
}
