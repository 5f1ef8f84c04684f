package jp.noroshi.opsconsole.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ByteRangeTest {

  private static final String SIGNS = "0123456789--=, b";

  @Test
  void readsAPieceByItsEnds() {
    assertThat(ByteRange.read("bytes=0-126", 1000)).contains(new ByteRange(0, 126));
    assertThat(ByteRange.read("bytes=900-", 1000)).contains(new ByteRange(900, 999));
    assertThat(ByteRange.read("bytes=-100", 1000)).contains(new ByteRange(900, 999));
  }

  @Test
  void endsWhereTheFileEnds() {
    assertThat(ByteRange.read("bytes=0-16383", 1000)).contains(new ByteRange(0, 999));
    assertThat(ByteRange.read("bytes=-5000", 1000)).contains(new ByteRange(0, 999));
  }

  @Test
  void refusesWhatIsNoPieceOfTheFile() {
    for (String header :
        new String[] {
          "bytes=1000-1001", "bytes=5-4", "bytes=-", "bytes=-0", "bytes=0-1,3-4", "items=0-1", ""
        }) {
      assertThat(ByteRange.read(header, 1000)).as(header).isEmpty();
    }
    assertThat(ByteRange.read("bytes=0-0", 0)).isEmpty();
  }

  @Test
  void neverLeavesTheFileWhateverIsAskedFor() {
    Random random = new Random(206);
    for (int i = 0; i < 10_000; i++) {
      long length = random.nextLong(2000);
      String header = "bytes=" + random.nextLong(3000) + "-" + random.nextLong(3000);
      ByteRange.read(header, length)
          .ifPresent(
              range -> {
                assertThat(range.first()).as(header).isBetween(0L, length - 1);
                assertThat(range.last()).as(header).isBetween(range.first(), length - 1);
              });
    }
  }

  @Test
  void takesAnyTextWithoutHarm() {
    Random random = new Random(416);
    for (int i = 0; i < 10_000; i++) {
      String header =
          random
              .ints(random.nextInt(24), 0, SIGNS.length())
              .mapToObj(at -> SIGNS.substring(at, at + 1))
              .collect(Collectors.joining("", "bytes=", ""));
      assertThat(ByteRange.read(header, 10)).as(header).isNotNull();
    }
  }
}
