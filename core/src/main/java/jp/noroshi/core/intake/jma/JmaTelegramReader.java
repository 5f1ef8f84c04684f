package jp.noroshi.core.intake.jma;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;
import static jp.noroshi.core.intake.UnreadableException.quote;

import java.util.List;
import java.util.Optional;
import jp.noroshi.core.intake.Reading;
import jp.noroshi.core.intake.UnreadableException;
import jp.noroshi.core.intake.xml.XmlAlertReader;
import jp.noroshi.core.intake.xml.XmlInput;

/**
 * Reads 気象庁防災情報XML: the header of every telegram, and the whole of weather warnings (VPWW53 … 61),
 * seismic intensity (VXSE51, 53), tsunami (VTSE41), volcanoes (VFVO50) and rivers (VXKO). Every
 * other telegram is {@link Reading.NotRead}. Thread-safe.
 */
public final class JmaTelegramReader implements XmlAlertReader {
  private static final String REPORT = "http://xml.kishou.go.jp/jmaxml1/";
  private static final String HEAD = REPORT + "informationBasis1/";
  private static final String BODY = REPORT + "body/";

  private static final BodyReader WARNING = new WarningBody();
  private static final BodyReader SEISMIC = new SeismicBody();
  private static final BodyReader TSUNAMI = new TsunamiBody();
  private static final BodyReader VOLCANO = new VolcanoBody();
  private static final BodyReader RIVER_FLOOD = new RiverFloodBody();

  /** Tells whether the document is a telegram by its root element. */
  public static boolean understands(XmlInput xml) {
    return xml.name().equals("Report") && xml.namespace().equals(REPORT);
  }

  @Override
  public List<Reading> read(XmlInput xml) throws UnreadableException {
    Telegram telegram = new Telegram();
    xml.allChildren(name -> telegram.readChild(name, xml));
    xml.finish();
    return List.of(telegram.toReading());
  }

  private static Optional<BodyReader> findBodyReader(String type) {
    return switch (type) {
      case "VPWW53",
          "VPWW54",
          "VPWW55",
          "VPWW56",
          "VPWW57",
          "VPWW58",
          "VPWW59",
          "VPWW60",
          "VPWW61" ->
          Optional.of(WARNING);
      case "VXSE51", "VXSE53" -> Optional.of(SEISMIC);
      case "VTSE41" -> Optional.of(TSUNAMI);
      case "VFVO50" -> Optional.of(VOLCANO);
      case RiverFloodBody.TYPE -> Optional.of(RIVER_FLOOD);
      default -> Optional.empty();
    };
  }

  /** One telegram while it is being read. */
  private static final class Telegram {
    private final HeaderReader headerReader = new HeaderReader();
    private final TelegramContent content = new TelegramContent();
    private JmaHeader header;
    private boolean hasBody;

    void readChild(String name, XmlInput xml) throws UnreadableException {
      String namespace = xml.namespace();
      if (name.equals("Control") && namespace.equals(REPORT)) {
        headerReader.readControl(xml);
      } else if (name.equals("Head") && namespace.equals(HEAD)) {
        headerReader.readHead(xml);
        header = headerReader.toHeader();
      } else if (name.equals("Body") && namespace.startsWith(BODY)) {
        readBody(xml);
      }
    }

    private void readBody(XmlInput xml) throws UnreadableException {
      if (header == null || hasBody) {
        throw breaksTheFormat("電文の Head と Body の順序が正しくありません。");
      }
      hasBody = true;
      Optional<BodyReader> body = findBodyReader(header.type());
      if (body.isPresent()) {
        body.get().begin(header, content);
      }
      xml.children(name -> readPart(name, body, xml));
    }

    private void readPart(String name, Optional<BodyReader> body, XmlInput xml)
        throws UnreadableException {
      switch (name) {
        case "Text" -> content.describe(xml.text());
        case "Notice" -> content.notice(xml.text());
        case "Comments" -> xml.children(comment -> readComment(xml));
        default -> {
          if (body.isPresent()) {
            body.get().readChild(name, xml, header, content);
          }
        }
      }
    }

    private void readComment(XmlInput xml) throws UnreadableException {
      xml.children(
          name -> {
            if (name.equals("Text")) {
              content.describe(xml.text());
            }
          });
    }

    Reading toReading() throws UnreadableException {
      if (header == null || !hasBody) {
        throw breaksTheFormat("電文に Head または Body がありません。");
      }
      Optional<BodyReader> body = findBodyReader(header.type());
      TelegramAlert alert = new TelegramAlert(header, content);
      if (body.isEmpty()) {
        return new Reading.NotRead(alert.headerOnly(), quote(header.title()) + "は自動では読み取らない電文です。");
      }
      if (content.findUnknown().isPresent()) {
        return new Reading.NotRead(
            alert.headerOnly(), "対応していない" + content.findUnknown().get() + "が含まれています。内容を確かめてください。");
      }
      if (!header.isCancel()) {
        body.get().check(content);
      }
      return new Reading.Read(alert.whole());
    }
  }
}
