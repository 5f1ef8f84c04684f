package jp.noroshi.core.intake.jma;

import java.time.Instant;
import java.util.List;
import jp.noroshi.core.alert.AlertStatus;

/**
 * Control and Head of a telegram.
 *
 * @param type telegram type, by {@code title}
 * @param title Control/Title
 * @param written Control/DateTime
 * @param status 通常, 訓練, 試験
 * @param publishingOffice may be several, separated by spaces
 * @param event Head/Title
 * @param reported Head/ReportDateTime
 * @param eventId empty for weather warnings
 * @param infoType 発表, 訂正, 遅延, 取消
 * @param serial empty for many types, and not unique where it is given
 * @param headline Head/Headline/Text
 * @param information the kinds and areas of the headline, where the type says them only there
 *     (VXKO)
 */
record JmaHeader(
    String type,
    String title,
    Instant written,
    AlertStatus status,
    String publishingOffice,
    String event,
    Instant reported,
    String eventId,
    InfoType infoType,
    String serial,
    String headline,
    List<HeadlineItem> information) {

  /** An Item of the headline with the layer of its areas. */
  record HeadlineItem(String layer, TelegramItem item) {}

  /** Head/InfoType. */
  enum InfoType {
    ISSUE,
    CORRECTION,
    DELAYED,
    CANCEL
  }

  boolean isCancel() {
    return infoType == InfoType.CANCEL;
  }
}
