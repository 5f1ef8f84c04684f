package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.UnreadableException.quote;

import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * Seismic intensity, VXSE51 (per area) and VXSE53 (per area and municipality). Intensity is a scale
 * of its own and has no 警戒レベル. Areas are written before the municipalities inside them, so an area
 * announces itself as soon as its intensity is known.
 */
final class SeismicBody implements BodyReader {
  private static final String AREAS = "地震情報／細分区域";
  private static final String MUNICIPALITIES = "気象・地震・火山情報／市町村等";

  private static final Map<String, String> NAMES =
      Map.of(
          "1", "震度１", "2", "震度２", "3", "震度３", "4", "震度４", "5-", "震度５弱", "5+", "震度５強", "6-", "震度６弱",
          "6+", "震度６強", "7", "震度７");

  @Override
  public void readChild(String name, XmlInput xml, JmaHeader header, TelegramContent content)
      throws UnreadableException {
    if (name.equals("Intensity")) {
      descend(xml, "Observation", () -> descend(xml, "Pref", () -> readAreas(xml, content)));
    }
  }

  private static void descend(XmlInput xml, String into, Step step) throws UnreadableException {
    xml.children(
        child -> {
          if (child.equals(into)) {
            step.take();
          }
        });
  }

  private static void readAreas(XmlInput xml, TelegramContent content) throws UnreadableException {
    xml.children(
        child -> {
          if (child.equals("Area")) {
            new Place(AREAS, false).read(xml, content);
          }
        });
  }

  @FunctionalInterface
  private interface Step {
    void take() throws UnreadableException;
  }

  /** An area or a municipality while it is being read. */
  private static final class Place {
    private final String layer;
    private final boolean municipal;
    private String name = "";
    private String code = "";
    private boolean said;

    Place(String layer, boolean municipal) {
      this.layer = layer;
      this.municipal = municipal;
    }

    void read(XmlInput xml, TelegramContent content) throws UnreadableException {
      xml.children(child -> readChild(child, xml, content));
    }

    private void readChild(String child, XmlInput xml, TelegramContent content)
        throws UnreadableException {
      switch (child) {
        case "Name" -> name = xml.text();
        case "Code" -> code = xml.text();
        case "MaxInt" -> sayIntensity(xml.text(), content);
        // A municipality whose stations have not reported says so here and has no intensity.
        case "Condition" -> sayCondition(xml.text(), content);
        case "City" -> new Place(MUNICIPALITIES, true).read(xml, content);
        default -> {}
      }
    }

    private void sayIntensity(String intensity, TelegramContent content)
        throws UnreadableException {
      String kind = NAMES.get(intensity);
      if (kind == null) {
        content.unknown("震度" + quote(intensity));
      } else {
        say(intensity, kind, content);
      }
    }

    private void sayCondition(String condition, TelegramContent content)
        throws UnreadableException {
      if (!said && !condition.isEmpty()) {
        say("", condition, content);
      }
    }

    private void say(String intensity, String kind, TelegramContent content)
        throws UnreadableException {
      said = true;
      content.add(
          layer,
          municipal && TelegramContent.isMunicipality(code),
          code,
          name,
          new AlertKind(intensity, kind, Hazard.EARTHQUAKE, Optional.empty(), KindState.ISSUED));
    }
  }
}
