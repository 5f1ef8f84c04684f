package jp.noroshi.channels.voice;

import java.io.StringWriter;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.noroshi.core.message.Rendering;

/**
 * Writes TwiML, by which Twilio speaks (TwiML reference: {@code <Say>}, {@code <Gather>}). A
 * question is read twice: whoever presses nothing while it is read and ten seconds after hears it
 * once more, then the call ends. A key that is pressed while it is read counts at once.
 */
public final class CallScript {

  private static final String SECONDS_TO_PRESS = "10";
  private static final int READINGS = 2;

  private final Optional<String> speaker;

  /**
   * Writes for a voice.
   *
   * @param speaker Twilio's name of it; empty = the usual one of the language
   */
  public CallScript(Optional<String> speaker) {
    this.speaker = speaker;
  }

  /** Writes what is said first, or next. */
  public String of(Rendering.Voice voice) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("Response");
      write(xml, voice);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory does not fail", e);
    }
    return text.toString();
  }

  private void write(XMLStreamWriter xml, Rendering.Voice voice) throws XMLStreamException {
    if (voice.answer().isEmpty()) {
      say(xml, voice);
      return;
    }
    for (int i = 0; i < READINGS; i++) {
      xml.writeStartElement("Gather");
      xml.writeAttribute("input", "dtmf");
      xml.writeAttribute("numDigits", "1");
      xml.writeAttribute("timeout", SECONDS_TO_PRESS);
      xml.writeAttribute("action", voice.answer().get());
      xml.writeAttribute("method", "POST");
      say(xml, voice);
      xml.writeEndElement();
    }
  }

  private void say(XMLStreamWriter xml, Rendering.Voice voice) throws XMLStreamException {
    xml.writeStartElement("Say");
    xml.writeAttribute("language", voice.language().startsWith("ja") ? "ja-JP" : "en-US");
    if (speaker.isPresent()) {
      xml.writeAttribute("voice", speaker.get());
    }
    xml.writeCharacters(spoken(voice.kana()));
    xml.writeEndElement();
  }

  /** XML knows no control characters, and nobody can say one. */
  private static String spoken(String kana) {
    return kana.codePoints()
        .filter(c -> !Character.isISOControl(c) || c == '\n')
        .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
