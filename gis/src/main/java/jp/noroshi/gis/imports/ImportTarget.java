package jp.noroshi.gis.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What an import changes: things with a key, each as a JSON document. One for each kind of import.
 * Implementations are stateless; everything happens in the caller's transaction.
 */
public interface ImportTarget {

  /** Which kind it is. */
  ImportKind kind();

  /**
   * Returns what stands now of the data sets named, by key: what a file of these sets no longer has
   * is missing.
   *
   * @param dataSets as the reading named them
   */
  Map<String, JsonNode> current(Handle handle, Set<String> dataSets);

  /** Writes what stands under the keys from now on; known keys are replaced. */
  void write(Handle handle, Map<String, JsonNode> entries);

  /** Takes away what stands under the keys. */
  void remove(Handle handle, Set<String> keys);
}
