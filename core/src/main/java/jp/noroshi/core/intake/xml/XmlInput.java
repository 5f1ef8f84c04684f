package jp.noroshi.core.intake.xml;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import jp.noroshi.core.intake.Refusal;
import jp.noroshi.core.intake.UnreadableException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * One pass over an XML document, element by element. Elements of foreign namespaces and elements
 * the caller does not ask for are passed over, so that additions to a format break nothing.
 *
 * <p>DTDs are refused before anything in them is looked at (CAP 1.2 forbids them, and entities are
 * how a small document becomes a large one). Not thread-safe; one instance reads one document.
 */
public final class XmlInput implements AutoCloseable {
  private static final int MAX_DEPTH = 100;
  private static final WstxInputFactory FACTORY = safeFactory();

  private final XMLStreamReader2 in;

  private XmlInput(XMLStreamReader2 in) {
    this.in = in;
  }

  /**
   * Opens a document and moves to its root element.
   *
   * @throws UnreadableException when there is none, or the encoding is not what it claims
   */
  public static XmlInput open(byte[] bytes) throws UnreadableException {
    XmlInput input = new XmlInput(reader(bytes));
    while (input.next() != XMLStreamConstants.START_ELEMENT) {
      // the prolog: comments and processing instructions mean nothing here
    }
    return input;
  }

  private static XMLStreamReader2 reader(byte[] bytes) throws UnreadableException {
    XmlEncoding encoding = XmlEncoding.of(bytes);
    try {
      // Woodstox decodes UTF-8 strictly and fast; the JDK's decoders behind other names would
      // silently replace what they cannot decode.
      return (XMLStreamReader2)
          (encoding.isUtf8()
              ? FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8")
              : FACTORY.createXMLStreamReader(encoding.decode(bytes)));
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  private static WstxInputFactory safeFactory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory2.P_PRESERVE_LOCATION, false);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    return factory;
  }

  /** Returns the namespace of the current element, empty if it has none. */
  public String namespace() {
    String namespace = in.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** Returns the name of the current element without its prefix. */
  public String name() {
    return in.getLocalName();
  }

  /** Returns an attribute of the current element, trimmed, empty if absent. */
  public String attribute(String name) {
    String value = in.getAttributeValue(null, name);
    return value == null ? "" : value.strip();
  }

  /**
   * Visits the children of the current element that share its namespace. A child the visitor leaves
   * alone is passed over with everything in it.
   */
  public void children(Visitor visitor) throws UnreadableException {
    String namespace = namespace();
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (namespace.equals(namespace())) {
          visitor.visit(name());
        }
        passOverIfUntouched();
      }
    }
  }

  /** Visits every child of the current element, whatever its namespace. */
  public void allChildren(Visitor visitor) throws UnreadableException {
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        visitor.visit(name());
        passOverIfUntouched();
      }
    }
  }

  /**
   * Moves on to the next element anywhere in the document.
   *
   * @return whether there is one; false at the end of the document
   */
  public boolean findNextElement() throws UnreadableException {
    int event = in.getEventType();
    while (event != XMLStreamConstants.END_DOCUMENT) {
      event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** Reads to the end of the document: what follows must be well-formed, too. */
  public void finish() throws UnreadableException {
    while (in.getEventType() != XMLStreamConstants.END_DOCUMENT) {
      next();
    }
  }

  /** Reads the text of the current element, trimmed; the text of elements inside it is left out. */
  public String text() throws UnreadableException {
    String first = "";
    StringBuilder all = null;
    for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        passOverIfUntouched();
      } else if (isText(event)) {
        if (all != null) {
          all.append(piece());
        } else if (first.isEmpty()) {
          first = piece();
        } else {
          all = new StringBuilder(first).append(piece());
        }
      }
    }
    return (all == null ? first : all.toString()).strip();
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  private String piece() throws UnreadableException {
    try {
      return in.getText();
    } catch (WstxLazyException e) {
      throw broken(e);
    }
  }

  private void passOverIfUntouched() throws UnreadableException {
    if (in.getEventType() != XMLStreamConstants.START_ELEMENT) {
      return;
    }
    for (int depth = 1; depth > 0; ) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private int next() throws UnreadableException {
    int event;
    try {
      event = in.next();
    } catch (XMLStreamException | WstxLazyException e) {
      throw broken(e);
    }
    if (event == XMLStreamConstants.DTD) {
      throw new UnreadableException(Refusal.DOCTYPE, "文書型宣言(DOCTYPE)があるため、受け付けません。");
    }
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new UnreadableException(
          Refusal.BROKEN_XML,
          "定義されていない実体参照" + UnreadableException.quote(in.getLocalName()) + "があります。");
    }
    return event;
  }

  private static UnreadableException broken(Exception fault) {
    if (fault instanceof WstxIOException || fault.getCause() instanceof WstxIOException) {
      return new UnreadableException(Refusal.WRONG_ENCODING, "宣言された文字コードとして読めない文字があります。");
    }
    return new UnreadableException(Refusal.BROKEN_XML, "XML として正しくありません" + where(fault) + "。");
  }

  private static String where(Exception fault) {
    return fault instanceof XMLStreamException broken && broken.getLocation() != null
        ? "(" + broken.getLocation().getLineNumber() + "行目)"
        : "";
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("closing an in-memory document does no input", e);
    }
  }

  /** Looks at one child element; it may read it with {@link #text} or {@link #children}. */
  @FunctionalInterface
  public interface Visitor {
    /** Looks at the element of this name, which is now the current one. */
    void visit(String name) throws UnreadableException;
  }
}
