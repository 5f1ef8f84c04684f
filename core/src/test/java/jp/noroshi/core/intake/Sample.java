package jp.noroshi.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertKind;

/** A message made for the tests, under {@code /intake}; every change gives another one. */
public record Sample(String text) {
  private static final AlertReader READERS = new AlertReaders();

  /** Loads {@code jma/tsunami.xml} and the like. */
  public static Sample of(String name) {
    try (InputStream in = Sample.class.getResourceAsStream("/intake/" + name)) {
      assertThat(in).as(name).isNotNull();
      return new Sample(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a piece that must be there. */
  public Sample with(String piece, String replacement) {
    assertThat(text).contains(piece);
    return new Sample(text.replace(piece, replacement));
  }

  /** Leaves a piece out. */
  public Sample without(String piece) {
    return with(piece, "");
  }

  /** Returns the bytes in UTF-8. */
  public byte[] bytes() {
    return bytes(StandardCharsets.UTF_8);
  }

  /** Returns the bytes in another encoding, whatever the text declares. */
  public byte[] bytes(Charset charset) {
    return text.getBytes(charset);
  }

  /** Reads all of it. */
  public List<Reading> readings() {
    return READERS.read(bytes());
  }

  /** Reads its only alert. */
  public Alert read() {
    return alert(readings());
  }

  /** Returns the only alert, which must have been read whole. */
  public static Alert alert(List<Reading> readings) {
    assertThat(readings).hasSize(1);
    assertThat(readings.getFirst()).isInstanceOf(Reading.Read.class);
    return ((Reading.Read) readings.getFirst()).alert();
  }

  /** Reads its only alert, which must be kept but not read. */
  public Reading.NotRead notRead() {
    assertThat(readings()).hasSize(1);
    assertThat(readings().getFirst()).isInstanceOf(Reading.NotRead.class);
    return (Reading.NotRead) readings().getFirst();
  }

  /** Reads it; it must be refused. */
  public Reading.Refused refused() {
    return refused(bytes());
  }

  /** Reads bytes that must be refused. */
  public static Reading.Refused refused(byte[] bytes) {
    List<Reading> readings = READERS.read(bytes);
    assertThat(readings).hasSize(1);
    assertThat(readings.getFirst()).isInstanceOf(Reading.Refused.class);
    return (Reading.Refused) readings.getFirst();
  }

  /** Returns the kinds said of an area in the layer of this ending. */
  public static List<AlertKind> kinds(Alert alert, String layer, String code) {
    return alert.areas().stream()
        .filter(area -> area.layer().endsWith(layer))
        .filter(area -> area.code().orElseThrow().value().equals(code))
        .map(AlertArea::kinds)
        .findFirst()
        .orElseThrow();
  }

  /** Returns the only kind said of an area in the layer of this ending. */
  public static AlertKind kind(Alert alert, String layer, String code) {
    List<AlertKind> kinds = kinds(alert, layer, code);
    assertThat(kinds).hasSize(1);
    return kinds.getFirst();
  }
}
