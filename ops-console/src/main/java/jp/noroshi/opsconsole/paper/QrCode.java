package jp.noroshi.opsconsole.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code as squares, to be drawn on a page or on paper. Immutable. */
public final class QrCode {

  private final BitMatrix squares;

  private QrCode(BitMatrix squares) {
    this.squares = squares;
  }

  /**
   * Encodes a short text. A quarter of it may be dirty or torn: paper gets wet in an evacuation.
   *
   * @throws IllegalArgumentException when it is too long
   */
  public static QrCode of(String text) {
    try {
      return new QrCode(
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  0,
                  0,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.Q,
                      EncodeHintType.MARGIN,
                      4)));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR code", e);
    }
  }

  /** Returns how many squares it has along a side, its white margin among them. */
  public int size() {
    return squares.getWidth();
  }

  /** Tells whether a square is dark; counted from the upper left. */
  public boolean isDark(int column, int row) {
    return squares.get(column, row);
  }

  /** Returns the path of the dark squares in an SVG of {@link #size} units. */
  public String svgPath() {
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < size(); row++) {
      for (int column = 0; column < size(); column++) {
        if (isDark(column, row)) {
          path.append("M%d %dh1v1h-1z".formatted(column, row));
        }
      }
    }
    return path.toString();
  }
}
