package jp.noroshi.gis.imports;

/** Reads the files of one kind of import. Thread-safe; may look at what stands already. */
@FunctionalInterface
public interface ImportReader {

  /**
   * Reads a file.
   *
   * @param fileName as its sender called it
   * @throws jp.noroshi.gis.file.UnreadableFileException when it is none of the kind
   */
  ImportFile read(String fileName, byte[] bytes);
}
