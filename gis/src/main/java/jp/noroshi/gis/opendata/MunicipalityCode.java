package jp.noroshi.gis.opendata;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.imports.DoubtCode;

/**
 * 全国地方公共団体コード: five digits and a check digit (weights 6, 5, 4, 3, 2; 11 minus the sum modulo 11,
 * its last digit). Spreadsheets drop leading zeros, and people mistype the last digit.
 *
 * @param five the five digits, empty where none were found
 * @param doubts what was odd
 */
record MunicipalityCode(String five, List<Doubt> doubts) {

  static MunicipalityCode read(String field, String written) {
    String digits = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    if (digits.endsWith(".0")) {
      digits = digits.substring(0, digits.length() - 2);
    }
    if (!digits.matches("[0-9]{4,6}")) {
      return new MunicipalityCode("", List.of());
    }
    List<Doubt> doubts = new ArrayList<>();
    // Four digits have lost the zero of five; five that end in a right check digit that of six.
    if (digits.length() == 4 || (digits.length() == 5 && isChecked("0" + digits))) {
      doubts.add(new Doubt(DoubtCode.CODE_ZERO_LOST, field, written));
      digits = "0" + digits;
    }
    if (digits.length() == 6 && !isChecked(digits)) {
      // Nobody can tell which of the digits is wrong: the place keeps no municipality.
      return new MunicipalityCode(
          "", List.of(new Doubt(DoubtCode.CODE_CHECK_WRONG, field, written)));
    }
    return new MunicipalityCode(digits.substring(0, 5), doubts);
  }

  /** Returns the code with its check digit. */
  static String withCheckDigit(String five) {
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += (five.charAt(i) - '0') * (6 - i);
    }
    return five + (11 - sum % 11) % 10;
  }

  private static boolean isChecked(String six) {
    return six.equals(withCheckDigit(six.substring(0, 5)));
  }
}
