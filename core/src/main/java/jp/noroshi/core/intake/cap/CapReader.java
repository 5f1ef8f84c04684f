package jp.noroshi.core.intake.cap;

import java.util.ArrayList;
import java.util.List;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlAlertReader;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * Reads every CAP alert of a document, wherever it stands: as the root, in the entries of an Atom
 * feed, in an EDXL-DE distribution, in a list of alerts. An alert that breaks a rule is refused
 * alone; the others of the envelope are still read. Thread-safe.
 *
 * <p>Read leniently: what is merely out of order, unknown or empty. Refused: what cannot be relied
 * on, that is a required element missing or given twice, an update that names nothing to update, a
 * time without a zone, a polygon that is not closed.
 */
public final class CapReader implements XmlAlertReader {
  private static final int MAX_ALERTS = 2_000;

  @Override
  public List<Reading> read(XmlInput xml) throws UnreadableException {
    List<Reading> readings = new ArrayList<>();
    do {
      if (xml.name().equals("alert") && CapVersion.find(xml.namespace()).isPresent()) {
        readings.add(readAlert(CapVersion.find(xml.namespace()).get(), xml));
        if (readings.size() > MAX_ALERTS) {
          throw new UnreadableException(Refusal.TOO_LARGE, "警報が%,d件を超えています。".formatted(MAX_ALERTS));
        }
      }
    } while (xml.findNextElement());
    if (readings.isEmpty()) {
      throw new UnreadableException(
          Refusal.NOT_AN_ALERT, "気象庁防災情報XML でも CAP でもありません(警報の本文がありません)。");
    }
    return readings;
  }

  private static Reading readAlert(CapVersion version, XmlInput xml) throws UnreadableException {
    CapMessage message = CapMessage.read(version, xml);
    try {
      return new Reading.Read(new CapAlert(message).toAlert());
    } catch (UnreadableException e) {
      return e.toReading();
    }
  }
}
