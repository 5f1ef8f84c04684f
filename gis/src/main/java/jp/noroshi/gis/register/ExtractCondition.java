package jp.noroshi.gis.register;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from care insurance and disability welfare what a person needs. */
final class ExtractCondition {

  private static final Pattern HOURS = Pattern.compile("(\\d{1,3})");
  private static final Map<String, Certificate.Kind> CERTIFICATES =
      Map.of(
          "身", Certificate.Kind.PHYSICAL,
          "療", Certificate.Kind.INTELLECTUAL,
          "知", Certificate.Kind.INTELLECTUAL,
          "精", Certificate.Kind.MENTAL);

  private static final Map<String, MedicalCare.Device> DEVICES =
      Map.of(
          "呼吸器", MedicalCare.Device.VENTILATOR,
          "吸引", MedicalCare.Device.SUCTION,
          "酸素", MedicalCare.Device.OXYGEN,
          "透析", MedicalCare.Device.DIALYSIS);
  private static final Map<String, Consideration> PARTS =
      Map.of(
          "視覚", Consideration.SEEING,
          "聴覚", Consideration.HEARING,
          "下肢", Consideration.WALKING,
          "体幹", Consideration.WALKING);

  private final ListingRules rules;

  ExtractCondition(ListingRules rules) {
    this.rules = rules;
  }

  /** Returns what the extracts say; what they cannot know is kept from before. */
  Condition read(ExtractPerson person, Optional<Condition> before, Set<ImportDoubt> doubts) {
    Optional<CareLevel> care = careLevel(person, doubts);
    List<Certificate> certificates = certificates(person, doubts);
    Optional<String> disease = ExtractPerson.find(person.disability(), ExtractColumn.DISEASE);
    MedicalCare medical = medicalCare(person);
    Set<Consideration> considerations = EnumSet.noneOf(Consideration.class);
    before.ifPresent(known -> considerations.addAll(known.considerations()));
    certificates.forEach(each -> each.part().ifPresent(part -> consider(considerations, part)));
    return new Condition(
        rules.reasons(care, certificates, disease, medical),
        care,
        certificates,
        disease,
        medical,
        considerations,
        before.flatMap(Condition::diagnosis),
        before.flatMap(Condition::doctor),
        before.flatMap(Condition::medication),
        before.flatMap(Condition::allergies),
        before.flatMap(Condition::language),
        ExtractPerson.find(person.disability(), ExtractColumn.COMMUNICATION)
            .or(() -> before.flatMap(Condition::communication)));
  }

  /** Returns a first guess at how a person moves; the office corrects it at the first visit. */
  static Mobility mobility(Condition condition) {
    if (condition.medicalCare().devices().contains(MedicalCare.Device.VENTILATOR)) {
      return Mobility.BY_VEHICLE;
    }
    if (hasPart(condition, "下肢", "体幹")) {
      return Mobility.WHEELCHAIR;
    }
    if (hasPart(condition, "視覚")) {
      return Mobility.GUIDED;
    }
    return condition.careLevel().map(ExtractCondition::mobility).orElse(Mobility.WALKS_SLOWLY);
  }

  private static Mobility mobility(CareLevel level) {
    return switch (level) {
      case CARE_5 -> Mobility.CARRIED;
      case CARE_4 -> Mobility.WHEELCHAIR;
      case CARE_2, CARE_3 -> Mobility.WITH_AID;
      case SUPPORT_1, SUPPORT_2, CARE_1 -> Mobility.WALKS_SLOWLY;
    };
  }

  private static boolean hasPart(Condition condition, String... parts) {
    return condition.certificates().stream()
        .flatMap(each -> each.part().stream())
        .anyMatch(part -> List.of(parts).stream().anyMatch(part::contains));
  }

  private static Optional<CareLevel> careLevel(ExtractPerson person, Set<ImportDoubt> doubts) {
    Optional<String> word = ExtractPerson.find(person.care(), ExtractColumn.CARE_LEVEL);
    Optional<CareLevel> level = word.flatMap(CareLevel::find);
    if (word.filter(text -> !text.contains("非該当")).isPresent() && level.isEmpty()) {
      doubts.add(ImportDoubt.CARE_LEVEL_UNKNOWN);
    }
    return level;
  }

  private static List<Certificate> certificates(ExtractPerson person, Set<ImportDoubt> doubts) {
    return person.disability().stream()
        .flatMap(row -> certificate(row, doubts).stream())
        .distinct()
        .sorted(Comparator.comparing(Certificate::kind).thenComparing(Certificate::grade))
        .toList();
  }

  private static Optional<Certificate> certificate(ExtractFile.Row row, Set<ImportDoubt> doubts) {
    Optional<String> kind = row.find(ExtractColumn.CERTIFICATE);
    Optional<String> grade =
        row.find(ExtractColumn.GRADE).map(ExtractPerson::plain).filter(text -> !text.isEmpty());
    Optional<Certificate.Kind> known = kind.map(word -> CERTIFICATES.get(word.substring(0, 1)));
    if (known.isPresent() && grade.isPresent()) {
      return Optional.of(
          new Certificate(
              known.get(), gradeOf(known.get(), grade.get()), row.find(ExtractColumn.PART)));
    }
    if (kind.isPresent() || grade.isPresent()) {
      doubts.add(ImportDoubt.CERTIFICATE_UNKNOWN);
    }
    return Optional.empty();
  }

  /** 「1」 and 「1級」 are the same, and so are 「A1」 and 「Ａ」 where only A and B are told apart. */
  private static String gradeOf(Certificate.Kind kind, String written) {
    return switch (kind) {
      case PHYSICAL, MENTAL -> written.endsWith("級") ? written : written + "級";
      case INTELLECTUAL -> written.substring(0, 1).toUpperCase(Locale.ROOT);
    };
  }

  private static MedicalCare medicalCare(ExtractPerson person) {
    Set<MedicalCare.Device> devices = EnumSet.noneOf(MedicalCare.Device.class);
    String all = ExtractPerson.find(person.disability(), ExtractColumn.DEVICES).orElse("");
    DEVICES.forEach(
        (word, device) -> {
          if (all.contains(word)) {
            devices.add(device);
          }
        });
    return new MedicalCare(devices, powerHours(person), Optional.empty());
  }

  private static OptionalInt powerHours(ExtractPerson person) {
    Matcher hours =
        HOURS.matcher(
            ExtractPerson.find(person.disability(), ExtractColumn.POWER_HOURS)
                .map(ExtractPerson::plain)
                .orElse(""));
    return hours.find() ? OptionalInt.of(Integer.parseInt(hours.group(1))) : OptionalInt.empty();
  }

  private static void consider(Set<Consideration> considerations, String part) {
    PARTS.forEach(
        (word, consideration) -> {
          if (part.contains(word)) {
            considerations.add(consideration);
          }
        });
  }
}
