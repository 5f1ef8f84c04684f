package jp.noroshi.core.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads settings files (YAML) into records. A field nobody knows is refused: a misspelled setting
 * that is silently ignored is found out on the night it matters. A path in a file is relative to
 * that file. Thread-safe.
 */
public final class SettingsFile {

  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(Path.class, new PathBesideTheFile()))
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private SettingsFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when it is missing, not YAML or does not fit the record; the
   *     message names the file, the line and the field
   */
  public static <T> T read(Path file, Class<T> type) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "the settings file " + file.toAbsolutePath() + " cannot be read");
    }
    try {
      return MAPPER
          .readerFor(type)
          .withAttribute(Folder.class, file.toAbsolutePath().getParent())
          .readValue(file.toFile());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file
              + ", line "
              + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())
              + ": "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException("the settings file " + file + " cannot be read", e);
    }
  }

  /**
   * Refuses a missing value.
   *
   * @throws IllegalArgumentException naming the setting
   */
  static void require(Object value, String setting) {
    if (value == null || value.toString().isBlank()) {
      throw new IllegalArgumentException(setting + ": is missing");
    }
  }

  /** Names what a reader is told besides the text: the folder of the file. */
  private interface Folder {}

  private static final class PathBesideTheFile extends StdDeserializer<Path> {

    private static final long serialVersionUID = 1;

    PathBesideTheFile() {
      super(Path.class);
    }

    @Override
    public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      String written = parser.getText();
      try {
        return ((Path) context.getAttribute(Folder.class)).resolve(written);
      } catch (InvalidPathException e) {
        return (Path) context.handleWeirdStringValue(Path.class, written, e.getReason());
      }
    }
  }
}
