package jp.noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The machine, as far as a reader needs it to judge the figures: no names, no paths. */
final class Machine {

  private static final long LOOK_NANOS = 2_000_000_000L;
  private static final int IDLE = 3;

  private Machine() {}

  /** Lists what it is. */
  static List<String> describe(PrivateHub hub) throws IOException {
    return List.of(
        "%d cores (%s), %.0f GiB of memory, Linux %s"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                fieldOf("/proc/cpuinfo", "model name"),
                Long.parseLong(fieldOf("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                    / (1024.0 * 1024),
                System.getProperty("os.version").replaceAll("[^0-9.].*", "")),
        "JDK %s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor")),
        hub.describe());
  }

  private static String fieldOf(String file, String name) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("0");
    }
  }

  /** Returns how many files, and so connections, a process may have open. */
  static int openFiles() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> Integer.parseInt(line.split(" +", -1)[3]))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Looks for two seconds at what the machine does without us. */
  static String describeBackground() throws IOException {
    long[] before = processorTimes();
    LockSupport.parkNanos(LOOK_NANOS);
    long[] after = processorTimes();
    long all = Arrays.stream(after).sum() - Arrays.stream(before).sum();
    double busy = 1 - (after[IDLE] - before[IDLE]) / (double) Math.max(1, all);
    String load = Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
    return "%.0f %% of the processors busy, load average %s".formatted(busy * 100, load);
  }

  private static long[] processorTimes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      String total = lines.findFirst().orElseThrow();
      return Arrays.stream(total.substring("cpu".length()).strip().split(" ", -1))
          .mapToLong(Long::parseLong)
          .toArray();
    }
  }
}
