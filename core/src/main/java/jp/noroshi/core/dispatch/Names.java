package jp.noroshi.core.dispatch;

import java.util.List;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.place.AreaCode;

/** How texts call places. */
record Names(MunicipalitySettings municipality, MessageTemplates words) {

  String mainLanguage() {
    return municipality.mainLanguage();
  }

  String municipality(String language) {
    return municipality.nameIn(language);
  }

  /** Names districts in the order of the settings; 「市内全域」 where it is all of them. */
  String areas(List<AreaCode> areas, String language) {
    List<AreaCode> all = municipality.districtsOf(municipality.code());
    List<AreaCode> meant =
        all.stream()
            .filter(
                district ->
                    areas.stream()
                        .anyMatch(area -> municipality.districtsOf(area).contains(district)))
            .toList();
    return meant.size() == all.size() ? words.word(language, "whole-area") : list(meant, language);
  }

  /** Names districts; the municipality where it is all of them, as other senders call it. */
  String areasAsOthersSay(List<AreaCode> areas, String language) {
    String named = areas(areas, language);
    boolean whole = named.equals(words.word(language, "whole-area")) || named.isEmpty();
    return whole ? municipality(language) : named;
  }

  private String list(List<AreaCode> areas, String language) {
    return String.join(
        words.word(language, "list-separator"),
        areas.stream().map(area -> municipality.areaName(area, language)).toList());
  }
}
