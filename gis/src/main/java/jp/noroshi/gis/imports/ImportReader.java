package jp.noroshi.gis.imports;

import java.util.Map;

/** Reads the files of one kind of import. Thread-safe; may look at what stands already. */
@FunctionalInterface
public interface ImportReader {

  /**
   * Reads a file.
   *
   * @param fileName as its sender called it
   * @param facts what its sender says of it beside its content: kind, scenario, name, source,
   *     edition, licence, column
   * @throws jp.noroshi.gis.file.UnreadableFileException when it is none of the kind
   */
  ImportFile read(String fileName, byte[] bytes, Map<String, String> facts);
}
