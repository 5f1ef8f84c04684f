package jp.noroshi.shelters.response;

import java.util.List;
import jp.noroshi.shelters.checkin.Recognitions;

/** What check-in knows of people on the register. Thread-safe, blocking. */
public final class CheckinSigns implements SafetySigns {

  private final Recognitions recognitions;

  /** Reads what was recognised. */
  public CheckinSigns(Recognitions recognitions) {
    this.recognitions = recognitions;
  }

  @Override
  public List<Sign> after(long cursor, int limit) {
    return recognitions.after(cursor, limit).stream()
        .map(
            sign ->
                new Sign(sign.number(), sign.person(), sign.shelter(), sign.at(), sign.present()))
        .toList();
  }
}
