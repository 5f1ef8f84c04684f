package jp.noroshi.core.intake.xml;

import java.util.List;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.UnreadableException;

/** Understands documents of one XML vocabulary. Thread-safe. */
public interface XmlAlertReader {

  /**
   * Reads every alert of the document.
   *
   * @param xml stands at the root element
   * @return one reading per alert, never empty
   * @throws UnreadableException when nothing of the document can be relied on
   */
  List<Reading> read(XmlInput xml) throws UnreadableException;
}
