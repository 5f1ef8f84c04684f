package jp.noroshi.core.intake.jma;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;
import jp.noroshi.core.alert.WaterLevel;

/** Makes the alert of a telegram. */
record TelegramAlert(JmaHeader header, TelegramContent content) {
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Returns the header fields without areas, for a telegram that is kept but not read. */
  Alert headerOnly() {
    return alert(List.of(), List.of());
  }

  /**
   * Returns everything. A cancel says that the telegram was a mistake, so it has no areas even
   * where it repeats the old content: nothing in it may look as if it were in force.
   */
  Alert whole() {
    return header.isCancel()
        ? alert(List.of(), List.of())
        : alert(content.areas(), content.waterLevels());
  }

  private Alert alert(List<AlertArea> areas, List<WaterLevel> waterLevels) {
    return new Alert(
        AlertFormat.JMA_XML,
        header.type(),
        header.status(),
        messageType(areas),
        header.eventId().isEmpty()
            ? header.type() + "-" + office() + "-" + COMPACT.format(header.reported())
            : header.eventId(),
        header.serial(),
        header.publishingOffice(),
        header.reported(),
        header.written(),
        header.type() + "/" + (header.eventId().isEmpty() ? office() : header.eventId()),
        header.event(),
        header.headline(),
        content.description(),
        Optional.empty(),
        areas,
        List.of(),
        restrictions(),
        Optional.empty(),
        waterLevels);
  }

  /**
   * Weather warnings have no EventID; what they belong to is the office area (府県予報区等) they cover.
   */
  private String office() {
    return content.findFirstCode(WarningBody.OFFICE_LAYER).orElse(header.publishingOffice());
  }

  private MessageType messageType(List<AlertArea> areas) {
    return switch (header.infoType()) {
      case CANCEL -> MessageType.CANCEL;
      case CORRECTION -> MessageType.UPDATE;
      case ISSUE, DELAYED ->
          areas.isEmpty() || hasNews(areas) ? MessageType.ALERT : MessageType.UPDATE;
    };
  }

  private static boolean hasNews(List<AlertArea> areas) {
    return areas.stream()
        .flatMap(area -> area.kinds().stream())
        .map(AlertKind::state)
        .anyMatch(state -> state == KindState.ISSUED || state == KindState.RAISED);
  }

  private List<Alert.Restriction> restrictions() {
    List<Alert.Restriction> restrictions = new ArrayList<>(2);
    if (content.isTestSample()) {
      restrictions.add(Alert.Restriction.TEST_SAMPLE);
    }
    if (content.hasPlaceholder()) {
      restrictions.add(Alert.Restriction.PLACEHOLDER_AREA);
    }
    return restrictions;
  }
}
