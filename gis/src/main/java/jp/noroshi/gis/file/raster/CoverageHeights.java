package jp.noroshi.gis.file.raster;

import java.awt.image.Raster;
import java.util.OptionalDouble;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.UnreadableFileException.Fault;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.geometry.Position2D;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;

/** A grid in whatever system it says; without one it is taken as longitude and latitude. */
final class CoverageHeights implements Elevation {

  private final Raster heights;
  private final MathTransform toGrid;
  private final MathTransform toCoverage;
  private final double noData;

  private CoverageHeights(
      Raster heights, MathTransform toCoverage, MathTransform toGrid, double noData) {
    this.heights = heights;
    this.toCoverage = toCoverage;
    this.toGrid = toGrid;
    this.noData = noData;
  }

  static CoverageHeights of(GridCoverage2D coverage) {
    CoordinateReferenceSystem system = coverage.getCoordinateReferenceSystem2D();
    try {
      MathTransform toCoverage =
          CRS.findMathTransform(
              DefaultGeographicCRS.WGS84,
              system instanceof org.geotools.api.referencing.crs.SingleCRS known
                  ? known
                  : DefaultGeographicCRS.WGS84,
              true);
      return new CoverageHeights(
          coverage.getRenderedImage().getData(),
          toCoverage,
          coverage.getGridGeometry().getCRSToGrid2D(),
          CoverageUtilities.getBackgroundValues(coverage)[0]);
    } catch (FactoryException e) {
      throw new UnreadableFileException(
          Fault.COORDINATES_REFUSED, "the heights are in an unknown system of coordinates", e);
    }
  }

  @Override
  public OptionalDouble at(LatLon place) {
    try {
      Position2D inside = new Position2D();
      toCoverage.transform(new Position2D(place.longitude(), place.latitude()), inside);
      Position2D cell = new Position2D();
      toGrid.transform(inside, cell);
      double column = cell.x - heights.getMinX();
      double row = cell.y - heights.getMinY();
      boolean within =
          row >= -0.5
              && column >= -0.5
              && row <= heights.getHeight() - 0.5
              && column <= heights.getWidth() - 0.5;
      return within
          ? Bilinear.at(row, column, heights.getHeight(), heights.getWidth(), this::height)
          : OptionalDouble.empty();
    } catch (TransformException e) {
      // Far outside of what the system can express.
      return OptionalDouble.empty();
    }
  }

  private double height(int row, int column) {
    double height = heights.getSampleDouble(column + heights.getMinX(), row + heights.getMinY(), 0);
    return height == noData || height <= -9999 ? Double.NaN : height;
  }
}
