package jp.noroshi.core.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.noroshi.core.place.AreaCode;

/**
 * The municipality the hub works for: public facts, no secret. One YAML file.
 *
 * @param name its name (「伊豆の国市」)
 * @param kana its reading in hiragana
 * @param code JIS X 0402, five digits
 * @param jmaCode JMA's code of it, seven digits
 * @param speakerName how it introduces itself on the radio (「ぼうさい伊豆の国市」)
 * @param baseUrl where residents reach the public page
 * @param languages BCP 47, the first is the one everything falls back to
 * @param names its name in other languages, by language
 * @param districts its districts, at least one
 * @param squareMetresPerPerson how much room one person has in a shelter; empty = the usual 3.5
 * @param readings how words are read aloud, by spelling: place names are misread without kana
 */
public record MunicipalitySettings(
    String name,
    String kana,
    AreaCode code,
    AreaCode jmaCode,
    String speakerName,
    URI baseUrl,
    List<String> languages,
    Map<String, String> names,
    List<District> districts,
    Optional<Double> squareMetresPerPerson,
    Map<String, String> readings) {

  /**
   * A district: the unit of evacuation orders and of what residents choose.
   *
   * @param code the municipality's code, a hyphen and a number ({@code 22225-03})
   * @param name its name (「韮山地区」)
   * @param kana its reading in hiragana
   * @param names its name in other languages, by language
   * @param radioGroups calling groups of the radio that cover it; empty = none of its own, so that
   *     all stations are called
   */
  public record District(
      AreaCode code,
      String name,
      String kana,
      Map<String, String> names,
      List<String> radioGroups) {
    /** Copies the collections; what is not written is empty. */
    public District {
      SettingsFile.require(code, "districts.code");
      SettingsFile.require(name, "districts.name");
      SettingsFile.require(kana, "districts.kana");
      names = names == null ? Map.of() : Map.copyOf(names);
      radioGroups = radioGroups == null ? List.of() : List.copyOf(radioGroups);
    }
  }

  /**
   * Copies the collections; what is not written is empty.
   *
   * @throws IllegalArgumentException when something is missing or a district belongs elsewhere
   */
  public MunicipalitySettings {
    SettingsFile.require(name, "name");
    SettingsFile.require(kana, "kana");
    SettingsFile.require(code, "code");
    SettingsFile.require(jmaCode, "jmaCode");
    SettingsFile.require(speakerName, "speakerName");
    SettingsFile.require(baseUrl, "baseUrl");
    languages = languages == null ? List.of("ja") : List.copyOf(languages);
    names = names == null ? Map.of() : Map.copyOf(names);
    districts = districts == null ? List.of() : List.copyOf(districts);
    squareMetresPerPerson =
        squareMetresPerPerson == null ? Optional.empty() : squareMetresPerPerson;
    if (squareMetresPerPerson.filter(area -> !(area > 0)).isPresent()) {
      throw new IllegalArgumentException("squareMetresPerPerson: must be more than 0");
    }
    readings = readings == null ? Map.of() : Map.copyOf(readings);
    checkDistricts(code, districts);
  }

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException when the file is missing or wrong; the message says where
   */
  public static MunicipalitySettings load(Path file) {
    return SettingsFile.read(file, MunicipalitySettings.class);
  }

  /** Returns the same settings with the public page at another address. */
  public MunicipalitySettings reachedAt(URI address) {
    return new MunicipalitySettings(
        name,
        kana,
        code,
        jmaCode,
        speakerName,
        address,
        languages,
        names,
        districts,
        squareMetresPerPerson,
        readings);
  }

  /** Returns the language everything falls back to. */
  public String mainLanguage() {
    return languages.getFirst();
  }

  /** Returns the municipality's name in a language, the Japanese one if it has no other. */
  public String nameIn(String language) {
    return names.getOrDefault(language, name);
  }

  /** Finds a district. */
  public Optional<District> findDistrict(AreaCode district) {
    return districts.stream().filter(each -> each.code().equals(district)).findFirst();
  }

  /**
   * Returns the districts an area means: all of them for the municipality's own codes, one for its
   * own code, none for a code of elsewhere.
   */
  public List<AreaCode> districtsOf(AreaCode area) {
    if (area.equals(code) || area.equals(jmaCode)) {
      return districts.stream().map(District::code).toList();
    }
    return findDistrict(area).map(District::code).stream().toList();
  }

  /** Returns the name of one of our areas in a language, or the code itself if it is not ours. */
  public String areaName(AreaCode area, String language) {
    if (area.equals(code) || area.equals(jmaCode)) {
      return nameIn(language);
    }
    return findDistrict(area)
        .map(district -> district.names().getOrDefault(language, district.name()))
        .orElse(area.value());
  }

  private static void checkDistricts(AreaCode code, List<District> districts) {
    if (districts.isEmpty()) {
      throw new IllegalArgumentException("districts: at least one is needed");
    }
    for (District district : districts) {
      if (!district.code().isWithin(code)) {
        throw new IllegalArgumentException(
            "districts: " + district.code() + " does not begin with " + code + "-");
      }
    }
    long different = districts.stream().map(District::code).collect(Collectors.toSet()).size();
    if (different != districts.size()) {
      throw new IllegalArgumentException("districts: a code is used twice");
    }
  }
}
