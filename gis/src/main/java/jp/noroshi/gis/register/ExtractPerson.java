package jp.noroshi.gis.register;

import static jp.noroshi.gis.register.ExtractColumn.ADDRESS;
import static jp.noroshi.gis.register.ExtractColumn.ASSOCIATION;
import static jp.noroshi.gis.register.ExtractColumn.BIRTH;
import static jp.noroshi.gis.register.ExtractColumn.BLOCK;
import static jp.noroshi.gis.register.ExtractColumn.COMMISSIONER;
import static jp.noroshi.gis.register.ExtractColumn.FAX;
import static jp.noroshi.gis.register.ExtractColumn.KANA;
import static jp.noroshi.gis.register.ExtractColumn.MAIL;
import static jp.noroshi.gis.register.ExtractColumn.MOVEMENT;
import static jp.noroshi.gis.register.ExtractColumn.NAME;
import static jp.noroshi.gis.register.ExtractColumn.PHONE;
import static jp.noroshi.gis.register.ExtractColumn.REFERENCE;
import static jp.noroshi.gis.register.ExtractColumn.RESIDENCE;
import static jp.noroshi.gis.register.ExtractColumn.SEX;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the three extracts say of one person.
 *
 * @param resident their row among the residents
 * @param care their rows of care insurance
 * @param disability their rows of disability and disease, one for each certificate
 */
record ExtractPerson(
    ExtractFile.Row resident, List<ExtractFile.Row> care, List<ExtractFile.Row> disability) {

  private static final Pattern WESTERN =
      Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})日?");
  private static final Pattern JAPANESE =
      Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR])(\\d{1,2}|元)[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Map<String, JapaneseEra> ERAS =
      Map.of(
          "明",
          JapaneseEra.MEIJI,
          "M",
          JapaneseEra.MEIJI,
          "大",
          JapaneseEra.TAISHO,
          "T",
          JapaneseEra.TAISHO,
          "昭",
          JapaneseEra.SHOWA,
          "S",
          JapaneseEra.SHOWA,
          "平",
          JapaneseEra.HEISEI,
          "H",
          JapaneseEra.HEISEI,
          "令",
          JapaneseEra.REIWA,
          "R",
          JapaneseEra.REIWA);

  @Override
  public String toString() {
    return "ExtractPerson[" + resident + "]";
  }

  /** Returns where they stand, as the residents' extract says. */
  PersonState state() {
    String movement = resident.find(MOVEMENT).orElse("");
    if (movement.contains("死亡")) {
      return PersonState.DIED;
    }
    if (movement.contains("転出")) {
      return PersonState.MOVED_AWAY;
    }
    return movement.contains("入所") ? PersonState.IN_FACILITY : PersonState.LISTED;
  }

  /** Returns who they are; what the extract does not know is kept from before. */
  Identity identity(Optional<Identity> before, Set<ImportDoubt> doubts) {
    return new Identity(
        resident.find(REFERENCE).orElseThrow(),
        resident.find(NAME).orElseThrow(),
        resident.find(KANA).orElse(""),
        birthDate(doubts),
        sex(),
        resident.find(ADDRESS).orElse(""),
        resident.find(RESIDENCE),
        kept(PHONE, before.flatMap(Identity::phone)),
        kept(FAX, before.flatMap(Identity::fax)),
        kept(MAIL, before.flatMap(Identity::mail)),
        kept(ASSOCIATION, before.flatMap(Identity::association)),
        kept(BLOCK, before.flatMap(Identity::block)),
        kept(COMMISSIONER, before.flatMap(Identity::commissioner)));
  }

  /** Returns how they live; emergency contacts and the home are the office's own knowledge. */
  Contacts contacts(Contacts before) {
    return new Contacts(
        before.emergency(),
        find(care, ExtractColumn.CARE_MANAGER).or(before::careManager),
        find(disability, ExtractColumn.COUNSELLOR).or(before::counsellor),
        kept(ExtractColumn.HOUSEHOLD, before.household()),
        resident
            .find(ExtractColumn.ALONE_BY_DAY)
            .map(word -> Set.of("1", "○", "〇", "有", "あり", "はい").contains(plain(word)))
            .or(before::aloneByDay),
        before.dwelling());
  }

  static Optional<String> find(List<ExtractFile.Row> rows, ExtractColumn column) {
    return rows.stream().flatMap(row -> row.find(column).stream()).findFirst();
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }

  private Optional<String> kept(ExtractColumn column, Optional<String> before) {
    return resident.find(column).or(() -> before);
  }

  private Sex sex() {
    return switch (plain(resident.find(SEX).orElse(""))) {
      case "女", "女性", "2", "F" -> Sex.FEMALE;
      case "男", "男性", "1", "M" -> Sex.MALE;
      default -> Sex.NOT_SAID;
    };
  }

  private Optional<LocalDate> birthDate(Set<ImportDoubt> doubts) {
    Optional<LocalDate> day = resident.find(BIRTH).flatMap(ExtractPerson::day);
    if (day.isEmpty()) {
      doubts.add(ImportDoubt.BIRTH_UNREADABLE);
    }
    return day;
  }

  private static Optional<LocalDate> day(String written) {
    String text = plain(written);
    try {
      Matcher western = WESTERN.matcher(text);
      if (western.matches()) {
        return Optional.of(
            LocalDate.of(number(western, 1), number(western, 2), number(western, 3)));
      }
      Matcher japanese = JAPANESE.matcher(text);
      if (japanese.matches()) {
        int year = japanese.group(2).equals("元") ? 1 : number(japanese, 2);
        return Optional.of(
            LocalDate.from(
                JapaneseDate.of(
                    ERAS.get(japanese.group(1).substring(0, 1)),
                    year,
                    number(japanese, 3),
                    number(japanese, 4))));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
