package jp.noroshi.opsconsole.app.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.noroshi.gis.file.table.Table;
import jp.noroshi.gis.file.table.TableReader;
import jp.noroshi.gis.file.table.TableRow;
import jp.noroshi.shelters.checkin.PersonCard.Sex;

/**
 * The invented people of the sample's register, as they say who they are at a reception: whoever
 * comes there is recognised by it.
 */
final class ListedPeople {

  private final List<Listed> atHome;

  private ListedPeople(List<Listed> atHome) {
    this.atHome = new ArrayList<>(atHome);
  }

  /**
   * Somebody.
   *
   * @param district the code of where they live
   */
  record Listed(String name, String kana, LocalDate birth, Sex sex, String district) {}

  /** Reads an extract of residents. */
  static ListedPeople read(Path extract) {
    try {
      Table table = TableReader.read(Files.readAllBytes(extract));
      return new ListedPeople(table.rows().stream().map(row -> listed(table, row)).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("the extract " + extract + " cannot be read", e);
    }
  }

  private static Listed listed(Table table, TableRow row) {
    return new Listed(
        row.text(table.findColumn("氏名")),
        row.text(table.findColumn("フリガナ")),
        LocalDate.parse(row.text(table.findColumn("生年月日"))),
        row.text(table.findColumn("性別")).equals("女") ? Sex.FEMALE : Sex.MALE,
        row.text(table.findColumn("地区コード")));
  }

  /** Lets some who live in these districts leave their homes: at most so many, nobody twice. */
  List<Listed> leave(Collection<String> districts, int most, Random random) {
    List<Listed> leaving =
        new ArrayList<>(
            atHome.stream().filter(each -> districts.contains(each.district())).toList());
    Collections.shuffle(leaving, random);
    List<Listed> some = List.copyOf(leaving.subList(0, Math.min(most, leaving.size())));
    atHome.removeAll(some);
    return some;
  }
}
