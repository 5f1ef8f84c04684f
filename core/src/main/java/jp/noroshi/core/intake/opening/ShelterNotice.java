package jp.noroshi.core.intake.opening;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.AlertStatus;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Json;

/**
 * One piece of news about one or several shelters of the municipality.
 *
 * @param id of the notice, never used again
 * @param mode live or drill: a drill's news is an exercise to everybody else
 * @param sender the municipality's name
 * @param time when it was so
 * @param municipality its code
 * @param shelters their names, at least one
 */
public record ShelterNotice(
    String id,
    Mode mode,
    String sender,
    Instant time,
    AreaCode municipality,
    ShelterNews news,
    List<String> shelters) {

  /** The telegram type of the alerts made of it. */
  public static final String TELEGRAM_TYPE = "shelter-opening";

  /** The layer of the areas that name the shelters. */
  public static final String LAYER = "shelter";

  /** Copies the list. */
  public ShelterNotice {
    shelters = List.copyOf(shelters);
    if (shelters.isEmpty()) {
      throw new IllegalArgumentException("news of no shelter is none");
    }
  }

  /** Writes it as {@link ShelterNoticeReader} reads it. */
  public byte[] toBytes() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", TELEGRAM_TYPE);
    fields.put("id", id);
    fields.put("status", mode == Mode.LIVE ? "actual" : "exercise");
    fields.put("sender", sender);
    fields.put("time", time.toString());
    fields.put("areaCode", municipality.value());
    fields.put("news", news.code());
    fields.put("shelters", shelters);
    return Json.write(fields).getBytes(StandardCharsets.UTF_8);
  }

  /** Makes the alert. Each notice is a stream of its own: it says nothing about other shelters. */
  Alert toAlert() {
    return new Alert(
        AlertFormat.SHELTER_OPENING,
        TELEGRAM_TYPE,
        mode == Mode.LIVE ? AlertStatus.ACTUAL : AlertStatus.EXERCISE,
        MessageType.ALERT,
        id,
        "",
        sender,
        time,
        time,
        TELEGRAM_TYPE + "/" + id,
        news.japanese(),
        news.sentence(shelters.size() == 1 ? shelters.getFirst() : shelters.size() + "か所の避難所"),
        String.join("\n", shelters),
        Optional.empty(),
        Stream.concat(
                Stream.of(area("", true, Optional.of(municipality), sender)),
                shelters.stream().map(name -> area(LAYER, false, Optional.empty(), name)))
            .toList(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private AlertArea area(String layer, boolean municipal, Optional<AreaCode> code, String name) {
    AlertKind kind =
        new AlertKind(
            news.code(), news.japanese(), Hazard.OTHER, Optional.empty(), KindState.ISSUED);
    return new AlertArea(layer, municipal, code, name, List.of(kind), List.of());
  }
}
