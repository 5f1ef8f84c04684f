package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.Collectors;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanDisclosures.Papers;
import jp.noroshi.gis.plan.PlanMaps;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.opsconsole.paper.DistrictPaper;
import jp.noroshi.opsconsole.paper.PaperCopy;
import jp.noroshi.opsconsole.paper.PlanPaper;

/** Puts handed-over plans on paper. */
record PlanPapers(HubFacts hub, PlanMaps maps) {

  /** Returns the file of a copy. */
  Answer print(Papers papers) {
    return switch (papers) {
      case Papers.Sheets sheets -> file(sheets.disclosure(), sheets.copy(), sheets(sheets));
      case Papers.Lines lines -> file(lines.disclosure(), lines.copy(), lines(lines));
    };
  }

  private byte[] sheets(Papers.Sheets papers) {
    return new PlanPaper()
        .print(
            papers.sheets().stream()
                .map(sheet -> new PlanPaper.Page(sheet, maps.collect(sheet, PlanPaper.MAP_ASPECT)))
                .toList(),
            PaperCopy.of(papers.disclosure(), papers.copy(), hub.now()),
            hub.municipality().name());
  }

  private byte[] lines(Papers.Lines papers) {
    Disclosure disclosure = papers.disclosure();
    return new DistrictPaper()
        .print(
            new DistrictPaper.Title(
                districts(disclosure), HazardKind.valueOf(disclosure.hazard().orElseThrow())),
            papers.lines(),
            PaperCopy.of(disclosure, papers.copy(), hub.now()));
  }

  private String districts(Disclosure disclosure) {
    List<String> names =
        disclosure.districts().stream().map(code -> hub.named(code, Language.JA).name()).toList();
    return names.isEmpty()
        ? hub.municipality().name()
        : names.stream().collect(Collectors.joining("・"));
  }

  private static Answer file(Disclosure disclosure, Disclosure.Copy copy, byte[] pdf) {
    return new Answer.Download(
        Buffer.buffer(pdf), "plans-%d-%d.pdf".formatted(disclosure.number(), copy.number()));
  }
}
