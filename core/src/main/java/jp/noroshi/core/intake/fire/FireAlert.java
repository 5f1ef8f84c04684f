package jp.noroshi.core.intake.fire;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.AlertArea;
import jp.noroshi.core.alert.AlertFormat;
import jp.noroshi.core.alert.AlertKind;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.KindState;
import jp.noroshi.core.alert.MessageType;

/** Makes the alert of a fire notice. The incident is the stream: its latest notice counts. */
record FireAlert(FireNotice notice) {
  private static final String TELEGRAM_TYPE = "fire-notice";
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("H時m分", Locale.JAPAN).withZone(ZoneId.of("Asia/Tokyo"));

  Alert toAlert() {
    Instant time = notice.time().toInstant();
    return new Alert(
        AlertFormat.FIRE_NOTICE,
        TELEGRAM_TYPE,
        notice.status(),
        messageType(),
        notice.incident(),
        "",
        notice.sender(),
        time,
        time,
        TELEGRAM_TYPE + "/" + notice.sender() + "/" + notice.incident(),
        notice.kind().event() + "(" + notice.phase().japanese() + ")",
        headline(),
        notice.confirmed() ? "現場で確認済みです。" : "現場ではまだ確認していません。",
        Optional.empty(),
        List.of(area()),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private AlertArea area() {
    AlertKind kind =
        new AlertKind(code(), notice.kind().event(), Hazard.FIRE, Optional.empty(), state());
    return new AlertArea("", false, notice.areaCode(), notice.place(), List.of(kind), List.of());
  }

  /** Intake rules tell by it what may go out by itself: only what someone on the spot has seen. */
  private String code() {
    return switch (notice.phase()) {
      case BROKEN_OUT -> notice.confirmed() ? "confirmed" : "reported";
      case UNDER_CONTROL -> "contained";
      case OUT -> "out";
      case FALSE_ALARM -> "false";
    };
  }

  private MessageType messageType() {
    return switch (notice.phase()) {
      case BROKEN_OUT -> MessageType.ALERT;
      case UNDER_CONTROL, OUT -> MessageType.UPDATE;
      case FALSE_ALARM -> MessageType.CANCEL;
    };
  }

  private KindState state() {
    return switch (notice.phase()) {
      case BROKEN_OUT -> KindState.ISSUED;
      case UNDER_CONTROL -> KindState.LOWERED;
      case OUT, FALSE_ALARM -> KindState.LIFTED;
    };
  }

  private String headline() {
    String time = CLOCK.format(notice.time());
    String where =
        notice.landmark().isEmpty()
            ? notice.place()
            : notice.place() + "、" + notice.landmark() + "付近";
    String what = notice.kind().event();
    return switch (notice.phase()) {
      case BROKEN_OUT -> time + "ごろ、" + where + "で、" + what + "が発生しました。";
      case UNDER_CONTROL -> where + "の" + what + "は、" + time + "に鎮圧しました。";
      case OUT -> where + "の" + what + "は、" + time + "に鎮火しました。";
      case FALSE_ALARM -> where + "の" + what + "の情報は、誤報でした。";
    };
  }
}
