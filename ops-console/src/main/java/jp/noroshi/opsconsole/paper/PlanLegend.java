package jp.noroshi.opsconsole.paper;

import java.util.stream.Collectors;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanMap;
import org.openpdf.text.pdf.PdfContentByte;

/** What stands beside the map: the danger at the home, the signs, the layers used. */
final class PlanLegend {

  private static final float SIZE = 7.5f;
  private static final float STEP = 13;

  private final Sheet sheet;
  private final PlanMapDrawing drawing;
  private final float x;
  private final float width;

  PlanLegend(Sheet sheet, PlanMapDrawing drawing, float x, float width) {
    this.sheet = sheet;
    this.drawing = drawing;
    this.x = x;
    this.width = width;
  }

  void write(HazardKind hazard, PlanMap map, String exposure, float top) {
    float at = sheet.block(exposure, x, top, 9, width, 5) - 6;
    for (PlanMap.Zone zone : map.zones()) {
      hatch(zone.rank(), at);
      at = word(PaperWords.rank(hazard, zone.rank()), at);
    }
    drawing.house(x + 8, at + 2);
    at = word("本人の家", at);
    drawing.sign(x + 8, at + 3, "1");
    at = word("避難先（1, 2）", at);
    drawing.sign(x + 8, at + 3, "集");
    at = word("一時集合場所", at);
    drawing.sign(x + 8, at + 3, "支");
    at = word("支援する人の家（同意した人）", at);
    way(true, at);
    at = word("主な経路", at);
    way(false, at);
    at = word("別の経路", at);
    drawing.cross(x + 8, at + 3);
    at = word("通れない・避ける所", at);
    layers(map, at);
  }

  private void hatch(int rank, float y) {
    PlanMapDrawing.Box swatch = new PlanMapDrawing.Box(x, y - 2, 20, 10);
    PdfContentByte pen = sheet.canvas();
    pen.saveState();
    pen.rectangle(swatch.x(), swatch.y(), swatch.width(), swatch.height());
    pen.clip();
    pen.newPath();
    drawing.hatchLines(swatch, rank);
    pen.restoreState();
    pen.setLineWidth(0.5f);
    pen.rectangle(swatch.x(), swatch.y(), swatch.width(), swatch.height());
    pen.stroke();
  }

  private void way(boolean main, float y) {
    PdfContentByte pen = sheet.canvas();
    pen.saveState();
    drawing.way(main);
    pen.moveTo(x, y + 3);
    pen.lineTo(x + 20, y + 3);
    pen.stroke();
    pen.restoreState();
  }

  private float word(String text, float y) {
    sheet.line(text, x + 26, y, SIZE, false, width - 26);
    return y - STEP;
  }

  private void layers(PlanMap map, float y) {
    String used =
        map.layers().isEmpty()
            ? "この災害の地図は取り込まれていません。"
            : "使った地図: "
                + map.layers().stream()
                    .map(layer -> layer.name() + " " + layer.scenario() + " " + layer.edition())
                    .distinct()
                    .collect(Collectors.joining("、"));
    sheet.block(used, x, y - 2, 7, width, 6);
  }
}
