package jp.noroshi.opsconsole.app.drill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.population.Household;
import jp.noroshi.gis.population.Residents;

/** Some 18,000 invented residents of the sample municipality, who live along its roads. */
final class SampleResidents {

  private static final int HOUSEHOLDS = 8_000;

  /** How many of a hundred households have one person, at most two, at most three, … */
  private static final int[] SIZES = {34, 63, 81, 93, 98, 100};

  /** Degrees a home lies off the next crossing at most, about 80 metres. */
  private static final double OFF_ROAD = 0.0008;

  // The file is the project's own; its nodes are written in this form, one a line.
  private static final Pattern NODE =
      Pattern.compile("<node [^>]*lat=\"([^\"]+)\" lon=\"([^\"]+)\"");

  private final Path roads;

  SampleResidents(Path roads) {
    this.roads = roads;
  }

  /** Lets them live there, unless somebody was counted already. */
  void load(Residents residents) {
    if (!residents.isEmpty()) {
      return;
    }
    List<LatLon> crossings = crossings();
    Random random = new Random(22225);
    residents.replace(
        Stream.generate(() -> household(crossings.get(random.nextInt(crossings.size())), random))
            .limit(HOUSEHOLDS));
  }

  private static Household household(LatLon crossing, Random random) {
    LatLon home =
        new LatLon(
            crossing.latitude() + random.nextDouble(-OFF_ROAD, OFF_ROAD),
            crossing.longitude() + random.nextDouble(-OFF_ROAD, OFF_ROAD));
    return new Household(home, size(random.nextInt(100)));
  }

  private static int size(int percent) {
    int size = 1;
    while (percent >= SIZES[size - 1]) {
      size++;
    }
    return size;
  }

  private List<LatLon> crossings() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(roads)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(NODE::matcher)
          .filter(Matcher::find)
          .map(SampleResidents::at)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the sample roads cannot be read", e);
    }
  }

  private static LatLon at(Matcher node) {
    return new LatLon(Double.parseDouble(node.group(1)), Double.parseDouble(node.group(2)));
  }
}
