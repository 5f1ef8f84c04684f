package jp.noroshi.gis.file.shape;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes shapefiles of polygons as ESRI describes them: one text attribute of 20 bytes. */
public final class ShapefileBuilder {

  /** The {@code .prj} of JGD2011. */
  public static final String JGD2011 =
      "GEOGCS[\"GCS_JGD_2011\",DATUM[\"D_JGD_2011\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  /** The {@code .prj} of the old Tokyo datum. */
  public static final String TOKYO =
      "GEOGCS[\"GCS_Tokyo\",DATUM[\"D_Tokyo\",SPHEROID[\"Bessel_1841\",6377397.155,299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final int TEXT = 20;

  private final List<double[][]> polygons = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private Charset charset = StandardCharsets.UTF_8;
  private String codePage = "UTF-8";
  private String prj = JGD2011;

  /** Adds a polygon; each ring is x, y, x, y …; the outline clockwise, holes the other way. */
  public ShapefileBuilder with(String name, double[]... rings) {
    names.add(name);
    polygons.add(rings);
    return this;
  }

  /** Writes the texts so, and says this of it in the {@code .cpg}. */
  public ShapefileBuilder in(Charset written, String said) {
    charset = written;
    codePage = said;
    return this;
  }

  /** Says this of the coordinates. */
  public ShapefileBuilder prj(String text) {
    prj = text;
    return this;
  }

  /** Returns the parts as Japanese Windows packs a folder. */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, CP932)) {
      for (Map.Entry<String, byte[]> part : parts().entrySet()) {
        zip.putNextEntry(new ZipEntry("地図データ/" + part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Returns the parts; without {@code .cpg} where nothing is said. */
  Map<String, byte[]> parts() {
    Map<String, byte[]> parts = new HashMap<>();
    parts.put("地図.shp", shp());
    parts.put("地図.dbf", dbf());
    parts.put("地図.prj", prj.getBytes(StandardCharsets.US_ASCII));
    if (!codePage.isEmpty()) {
      parts.put("地図.cpg", codePage.getBytes(StandardCharsets.US_ASCII));
    }
    return parts;
  }

  private byte[] shp() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < polygons.size(); i++) {
      byte[] content = polygon(polygons.get(i));
      all.writeBytes(ByteBuffer.allocate(8).putInt(i + 1).putInt(content.length / 2).array());
      all.writeBytes(content);
    }
    ByteBuffer header = ByteBuffer.allocate(100);
    header.putInt(0, 9994).putInt(24, 50 + all.size() / 2);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header.array());
    file.writeBytes(all.toByteArray());
    return file.toByteArray();
  }

  private static byte[] polygon(double[][] rings) {
    int points = Arrays.stream(rings).mapToInt(ring -> ring.length / 2).sum();
    ByteBuffer content =
        ByteBuffer.allocate(44 + 4 * rings.length + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
    content.putInt(5).position(36);
    content.putInt(rings.length).putInt(points);
    int start = 0;
    for (double[] ring : rings) {
      content.putInt(start);
      start += ring.length / 2;
    }
    for (double[] ring : rings) {
      for (double value : ring) {
        content.putDouble(value);
      }
    }
    return content.array();
  }

  private byte[] dbf() {
    ByteBuffer header = ByteBuffer.allocate(65).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 3).put((byte) 126).put((byte) 1).put((byte) 1);
    header.putInt(names.size()).putShort((short) 65).putShort((short) (TEXT + 1));
    header.position(32);
    header.put("名".getBytes(charset));
    header.put(43, (byte) 'C').put(48, (byte) TEXT).put(64, (byte) 0x0d);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header.array());
    for (String name : names) {
      byte[] cell = Arrays.copyOf(name.getBytes(charset), TEXT);
      for (int i = name.getBytes(charset).length; i < TEXT; i++) {
        cell[i] = ' ';
      }
      file.write(' ');
      file.writeBytes(cell);
    }
    file.write(0x1a);
    return file.toByteArray();
  }
}
