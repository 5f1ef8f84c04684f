package jp.noroshi.gis.population;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.file.table.Table;
import jp.noroshi.gis.file.table.TableReader;
import jp.noroshi.gis.file.table.TableRow;
import jp.noroshi.gis.population.ResidentList.Fault;
import jp.noroshi.gis.population.ResidentList.Reason;

/**
 * Reads where people live from a CSV: a row for each household or for each person. Columns are
 * found by name: latitude and longitude (緯度, 経度) are needed; how many live there (人数, 世帯人員) is one
 * where there is no such column; rows with the same number of a household (世帯番号) are one household.
 * Whatever else a row says is not read, names least of all. Stateless.
 */
public final class ResidentListReader {

  private static final String[] LATITUDE = {"緯度", "latitude", "lat"};
  private static final String[] LONGITUDE = {"経度", "longitude", "lon", "lng"};
  private static final String[] RESIDENTS = {"人数", "世帯人員", "世帯人数", "residents", "headcount"};
  private static final String[] HOUSEHOLD = {"世帯番号", "世帯コード", "household"};

  /** GSI's bounds of Japan, all islands, a little wider. */
  private static final double SOUTH = 20;

  private static final double NORTH = 46;
  private static final double WEST = 122;
  private static final double EAST = 155;

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,20})?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,5}(\\.0)?");

  private final Table table;
  private final int latitude;
  private final int longitude;
  private final Optional<Integer> residents;
  private final Optional<Integer> household;
  private final List<Household> alone = new ArrayList<>();
  private final Map<String, Household> together = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private ResidentListReader(Table table) {
    this.table = table;
    this.latitude = needed(table, LATITUDE);
    this.longitude = needed(table, LONGITUDE);
    this.residents = table.findColumn(RESIDENTS);
    this.household = table.findColumn(HOUSEHOLD);
  }

  /**
   * Reads a file.
   *
   * @throws UnreadableFileException when it is no table, or has no columns of positions
   */
  public static ResidentList read(byte[] bytes) {
    ResidentListReader reader = new ResidentListReader(TableReader.read(bytes));
    reader.table.rows().forEach(reader::read);
    reader.alone.addAll(reader.together.values());
    return new ResidentList(
        reader.alone, reader.faults, reader.table.rows().size(), reader.table.encoding());
  }

  private static int needed(Table table, String... names) {
    return table
        .findColumn(names)
        .orElseThrow(
            () ->
                new UnreadableFileException(
                    UnreadableFileException.Fault.COLUMNS_MISSING,
                    "there is no column " + names[0] + " (or " + names[1] + ")"));
  }

  private void read(TableRow row) {
    Optional<LatLon> home = home(row);
    Optional<Integer> count = home.flatMap(_ -> count(row));
    if (home.isPresent() && count.isPresent()) {
      add(row, new Household(home.get(), count.get()));
    }
  }

  private Optional<LatLon> home(TableRow row) {
    Optional<Double> north = number(row.text(latitude));
    Optional<Double> east = number(row.text(longitude));
    if (north.isEmpty() || east.isEmpty()) {
      return refuse(row, Reason.POSITION_UNREADABLE);
    }
    if (isInJapan(north.get(), east.get())) {
      return Optional.of(new LatLon(north.get(), east.get()));
    }
    return refuse(
        row, isInJapan(east.get(), north.get()) ? Reason.POSITION_SWAPPED : Reason.POSITION_ABROAD);
  }

  private Optional<Integer> count(TableRow row) {
    if (residents.isEmpty()) {
      return Optional.of(1);
    }
    String written = plain(row.text(residents));
    if (!COUNT.matcher(written).matches()) {
      return refuse(row, Reason.RESIDENTS_UNREADABLE);
    }
    int count = (int) Double.parseDouble(written);
    return count >= 1 && count <= Household.MOST
        ? Optional.of(count)
        : refuse(row, Reason.RESIDENTS_UNREADABLE);
  }

  private void add(TableRow row, Household read) {
    String number = plain(row.text(household));
    if (number.isEmpty()) {
      alone.add(read);
      return;
    }
    Household known = together.get(number);
    if (known == null) {
      together.put(number, read);
    } else if (!known.home().equals(read.home())) {
      refuse(row, Reason.HOUSEHOLD_APART);
    } else if (known.residents() + read.residents() > Household.MOST) {
      refuse(row, Reason.RESIDENTS_UNREADABLE);
    } else {
      together.put(number, new Household(known.home(), known.residents() + read.residents()));
    }
  }

  private <T> Optional<T> refuse(TableRow row, Reason reason) {
    faults.add(new Fault(row.number(), reason));
    return Optional.empty();
  }

  private static boolean isInJapan(double latitude, double longitude) {
    return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
  }

  private static Optional<Double> number(String text) {
    String written = plain(text);
    return NUMBER.matcher(written).matches()
        ? Optional.of(Double.valueOf(written))
        : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }
}
