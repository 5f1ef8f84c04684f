package jp.noroshi.channels.simulator;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.noroshi.channels.simulator.TelephoneLines.Script;

/** Reads the TwiML the hub uses: what is said first, and where the key for it goes. */
final class TwimlReader {

  private TwimlReader() {}

  /** Reads a script; what cannot be read says nothing, as Twilio ends such a call. */
  static Script read(String twiml) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      return read(factory.createXMLStreamReader(new StringReader(twiml)));
    } catch (XMLStreamException _) {
      return Script.SILENCE;
    }
  }

  private static Script read(XMLStreamReader xml) throws XMLStreamException {
    Optional<String> action = Optional.empty();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Gather" -> action = Optional.ofNullable(xml.getAttributeValue(null, "action"));
          case "Say" -> {
            return new Script(xml.getElementText(), action);
          }
          default -> {
            // The root, and verbs the hub does not use.
          }
        }
      }
    }
    return Script.SILENCE;
  }
}
