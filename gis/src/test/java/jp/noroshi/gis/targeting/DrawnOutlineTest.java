package jp.noroshi.gis.targeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Random;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.targeting.AreaRefusedException.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnOutlineTest {

  private static final String TRIANGLE =
      "{'type':'Polygon','coordinates':[[[138.9,35],[138.95,35],[138.95,35.05],[138.9,35]]]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                                    | NO_POLYGON
          []                                                                                    | NO_POLYGON
          {'type':'Point','coordinates':[138.9,35]}                                             | NO_POLYGON
          {'type':'Polygon','coordinates':[]}                                                   | NO_POLYGON
          {'type':'Polygon','coordinates':[[[138.9,35],[138.95,35],[138.95,35.05]]]}            | NO_POLYGON
          {'type':'Polygon','coordinates':[[['a',35],[138.9,35],[138.9,35.1],['a',35]]]}        | NO_POLYGON
          {'type':'Polygon','coordinates':[[[35,138.9],[35,138.95],[35.05,138.95],[35,138.9]]]} | SWAPPED
          {'type':'Polygon','coordinates':[[[138.9,350],[138,35],[138,36],[138.9,350]]]}        | OUT_OF_RANGE
          """)
  void whatCannotBeCountedInIsRefusedWithItsReason(String drawn, Fault fault) {
    AreaRefusedException refused =
        catchThrowableOfType(AreaRefusedException.class, () -> read(drawn));
    assertThat(refused.fault()).isEqualTo(fault);
  }

  @Test
  void tooManyCornersAreRefused() {
    String ring = "[138.9,35],".repeat(100_001) + "[138.9,35]";
    AreaRefusedException refused =
        catchThrowableOfType(
            AreaRefusedException.class,
            () -> read("{'type':'Polygon','coordinates':[[" + ring + "]]}"));
    assertThat(refused.fault()).isEqualTo(Fault.TOO_MANY_CORNERS);
  }

  /** Whatever arrives is taken or refused; it never fails in another way. */
  @Test
  void spoiltOutlinesAreTakenOrRefused() throws JsonProcessingException {
    Random random = new Random(3);
    for (int round = 0; round < 5_000; round++) {
      StringBuilder spoilt = new StringBuilder(TRIANGLE);
      for (int change = 0; change <= random.nextInt(4); change++) {
        spoilt.setCharAt(
            random.nextInt(spoilt.length()), "0189-[]{},:.eE'n".charAt(random.nextInt(16)));
      }
      try {
        assertThat(read(spoilt.toString()).polygons()).isNotEmpty();
      } catch (AreaRefusedException refused) {
        assertThat(refused.fault()).isNotNull();
      } catch (JsonProcessingException noJson) {
        assertThat(noJson).isNotNull();
      }
    }
  }

  private static DrawnOutline read(String drawn) throws JsonProcessingException {
    return DrawnOutline.read(Json.mapper().readTree(drawn.replace('\'', '"')));
  }
}
