package jp.noroshi.gis.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import org.jdbi.v3.core.Handle;

/**
 * Finds where a home is: by the position in the extract, else by the district it names or the
 * address begins with, whose own point then stands for it and is marked doubtful.
 */
final class HomeFinder {

  private final AreaCode municipality;

  HomeFinder(AreaCode municipality) {
    this.municipality = municipality;
  }

  /** A district and a point that lies in it. */
  record Known(AreaCode code, String name, LatLon point) {}

  /** Where a home is. */
  record Home(Optional<AreaCode> district, Optional<LatLon> point, boolean doubtful) {}

  /** Returns the districts, to be asked for once before many homes are found. */
  List<Known> districts(Handle handle) {
    return handle
        .createQuery(
            """
            select code, name, ST_Y(point) as latitude, ST_X(point) as longitude
            from (select code, name, ST_PointOnSurface(outline) as point from gis.district
                  where municipality = :municipality) as d
            order by code
            """)
        .bind("municipality", municipality.value())
        .map((row, _) -> known(row))
        .list();
  }

  Home find(
      Handle handle, List<Known> districts, ExtractFile.Row resident, Set<ImportDoubt> doubts) {
    Optional<LatLon> point = point(resident);
    if (point.isPresent()) {
      return new Home(
          containing(handle, point.get()).or(() -> named(districts, resident).map(Known::code)),
          point,
          false);
    }
    Optional<Known> district = named(districts, resident);
    doubts.add(district.isPresent() ? ImportDoubt.PLACE_APPROXIMATE : ImportDoubt.PLACE_UNKNOWN);
    return new Home(district.map(Known::code), district.map(Known::point), district.isPresent());
  }

  private Optional<AreaCode> containing(Handle handle, LatLon point) {
    return handle
        .createQuery(
            """
            select code from gis.district
            where municipality = :municipality
              and ST_Covers(outline, ST_SetSRID(ST_MakePoint(:longitude, :latitude), 4326))
            order by code limit 1
            """)
        .bind("municipality", municipality.value())
        .bind("longitude", point.longitude())
        .bind("latitude", point.latitude())
        .mapTo(String.class)
        .findOne()
        .map(AreaCode::new);
  }

  private static Optional<Known> named(List<Known> districts, ExtractFile.Row resident) {
    String district = resident.find(ExtractColumn.DISTRICT).map(ExtractPerson::plain).orElse("");
    String address = resident.find(ExtractColumn.ADDRESS).map(ExtractPerson::plain).orElse("");
    return districts.stream()
        .filter(each -> district.equals(each.code().value()) || district.equals(each.name()))
        .findFirst()
        .or(() -> inAddress(districts, address));
  }

  /** The longest name wins: 「中」 stands in many an address. */
  private static Optional<Known> inAddress(List<Known> districts, String address) {
    return districts.stream()
        .filter(each -> address.replaceFirst("^.*?[市町村]", "").startsWith(each.name()))
        .max(Comparator.comparingInt(each -> each.name().length()));
  }

  private static Optional<LatLon> point(ExtractFile.Row resident) {
    Optional<Double> latitude = number(resident, ExtractColumn.LATITUDE);
    Optional<Double> longitude = number(resident, ExtractColumn.LONGITUDE);
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LatLon(latitude.get(), longitude.get()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Double> number(ExtractFile.Row resident, ExtractColumn column) {
    try {
      return resident.find(column).map(ExtractPerson::plain).map(Double::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        new AreaCode(row.getString("code")),
        row.getString("name"),
        new LatLon(row.getDouble("latitude"), row.getDouble("longitude")));
  }
}
