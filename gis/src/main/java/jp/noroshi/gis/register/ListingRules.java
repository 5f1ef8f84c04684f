package jp.noroshi.gis.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.config.SettingsFile;

/**
 * Whom the municipality lists: the local disaster plan says so (地域防災計画), the law leaves it open;
 * and whom it hands over in normal times. One YAML file.
 *
 * @param careFrom from which 要介護度 on; absent: care alone lists nobody
 * @param physicalGrades 身体障害者手帳, the grades that list
 * @param intellectualGrades 療育手帳
 * @param mentalGrades 精神障害者保健福祉手帳
 * @param intractableDisease whether a 難病 lists
 * @param medicalDevices whether 医療的ケア at home lists
 * @param provisionByOrdinance whether an ordinance lets the register be handed over without a
 *     consent (49条の11第2項ただし書): then whoever objected stays out, and nobody else
 */
public record ListingRules(
    Optional<CareLevel> careFrom,
    Set<String> physicalGrades,
    Set<String> intellectualGrades,
    Set<String> mentalGrades,
    boolean intractableDisease,
    boolean medicalDevices,
    boolean provisionByOrdinance) {

  /** Copies the sets; what is not written lists nobody. */
  public ListingRules {
    careFrom = careFrom == null ? Optional.empty() : careFrom;
    physicalGrades = physicalGrades == null ? Set.of() : Set.copyOf(physicalGrades);
    intellectualGrades = intellectualGrades == null ? Set.of() : Set.copyOf(intellectualGrades);
    mentalGrades = mentalGrades == null ? Set.of() : Set.copyOf(mentalGrades);
  }

  /**
   * Reads the rules.
   *
   * @throws IllegalArgumentException when the file is missing or wrong; the message says where
   */
  public static ListingRules load(Path file) {
    return SettingsFile.read(file, ListingRules.class);
  }

  /** Returns why somebody is listed, one sentence for each rule that matches; none = not listed. */
  List<String> reasons(
      Optional<CareLevel> care,
      List<Certificate> certificates,
      Optional<String> disease,
      MedicalCare medical) {
    List<String> reasons = new ArrayList<>();
    careFrom
        .filter(from -> care.filter(level -> level.compareTo(from) >= 0).isPresent())
        .ifPresent(_ -> reasons.add(care.orElseThrow().japanese()));
    certificates.stream()
        .filter(each -> grades(each.kind()).contains(each.grade()))
        .map(ListingRules::sentence)
        .forEach(reasons::add);
    disease.filter(_ -> intractableDisease).ifPresent(_ -> reasons.add("難病"));
    if (medicalDevices && !medical.devices().isEmpty()) {
      reasons.add("医療的ケア");
    }
    return List.copyOf(reasons);
  }

  private Set<String> grades(Certificate.Kind kind) {
    return switch (kind) {
      case PHYSICAL -> physicalGrades;
      case INTELLECTUAL -> intellectualGrades;
      case MENTAL -> mentalGrades;
    };
  }

  private static String sentence(Certificate certificate) {
    String name =
        switch (certificate.kind()) {
          case PHYSICAL -> "身体障害者手帳";
          case INTELLECTUAL -> "療育手帳";
          case MENTAL -> "精神障害者保健福祉手帳";
        };
    return name + certificate.grade();
  }
}
