package jp.noroshi.gis.file.shape;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Reads the geometries of a {@code .shp} (ESRI Shapefile Technical Description, 1998): points,
 * lines and polygons; heights and measures are left out. Surfaces of several patches are refused.
 */
final class ShpReader {

  private static final int MAGIC = 9994;
  private static final int HEADER = 100;
  private static final int POINT_BYTES = 16;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final ByteBuffer bytes;

  private ShpReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads the geometries in the order of the file; empty for null shapes.
   *
   * @throws UnreadableFileException saying which record is broken
   */
  static List<Optional<Geometry>> read(byte[] bytes) {
    return new ShpReader(bytes).read();
  }

  private List<Optional<Geometry>> read() {
    if (bytes.capacity() < HEADER || bytes.getInt(0) != MAGIC) {
      throw new UnreadableFileException(Fault.WRONG_KIND, "the .shp does not begin as one");
    }
    bytes.position(HEADER);
    List<Optional<Geometry>> shapes = new ArrayList<>();
    while (bytes.remaining() >= 8) {
      shapes.add(record(shapes.size() + 1));
      Limits.requireFewEnough(shapes.size());
    }
    return shapes;
  }

  private Optional<Geometry> record(int number) {
    bytes.order(ByteOrder.BIG_ENDIAN);
    bytes.getInt();
    long length = bytes.getInt() * 2L;
    if (length < 4 || length > bytes.remaining()) {
      throw broken(number, "it is cut off; send the file again");
    }
    int end = bytes.position() + (int) length;
    ByteBuffer content = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(end);
    try {
      return shape(content, number);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new UnreadableFileException(
          Fault.BROKEN, "record " + number + " of the .shp is broken", e);
    }
  }

  private static Optional<Geometry> shape(ByteBuffer content, int number) {
    int type = content.getInt();
    return switch (type) {
      case 0 -> Optional.empty();
      case 1, 11, 21 -> Optional.of(SHAPES.createPoint(point(content)));
      case 8, 18, 28 -> Optional.of(multiPoint(content));
      case 3, 13, 23 -> Optional.of(lines(parts(content)));
      case 5, 15, 25 -> Optional.of(Rings.toPolygons(parts(content)));
      default -> throw broken(number, "its type " + type + " is not read here");
    };
  }

  private static Geometry multiPoint(ByteBuffer content) {
    skipBox(content);
    return SHAPES.createMultiPointFromCoords(points(content, count(content, POINT_BYTES)));
  }

  private static Geometry lines(List<Coordinate[]> parts) {
    LineString[] lines = parts.stream().map(SHAPES::createLineString).toArray(LineString[]::new);
    return lines.length == 1 ? lines[0] : SHAPES.createMultiLineString(lines);
  }

  private static List<Coordinate[]> parts(ByteBuffer content) {
    skipBox(content);
    int parts = count(content, Integer.BYTES);
    int points = count(content, POINT_BYTES);
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = content.getInt();
      if (starts[i] > points) {
        throw new IllegalArgumentException("a part begins behind the last point");
      }
    }
    starts[parts] = points;
    List<Coordinate[]> read = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      int size = starts[i + 1] - starts[i];
      if (size < 0 || (i == 0 && starts[0] != 0)) {
        throw new IllegalArgumentException("the parts are not in order");
      }
      read.add(points(content, size));
    }
    return read;
  }

  private static Coordinate[] points(ByteBuffer content, int count) {
    Coordinate[] points = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      points[i] = point(content);
    }
    return points;
  }

  private static Coordinate point(ByteBuffer content) {
    return Limits.finite(content.getDouble(), content.getDouble());
  }

  private static void skipBox(ByteBuffer content) {
    for (int i = 0; i < 4; i++) {
      content.getDouble();
    }
  }

  /** A count that cannot be true must not reserve memory. */
  private static int count(ByteBuffer content, int bytesEach) {
    int count = content.getInt();
    if (count < 0 || (long) count * bytesEach > content.remaining()) {
      throw new IllegalArgumentException("a count is larger than the record");
    }
    return count;
  }

  private static UnreadableFileException broken(int number, String why) {
    return new UnreadableFileException(
        Fault.BROKEN, "record " + number + " of the .shp cannot be read: " + why);
  }
}
