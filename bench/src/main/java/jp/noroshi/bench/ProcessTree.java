package jp.noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * What a process costs, as Linux counts it.
 *
 * @param pid the process
 * @param withChildren whether its living descendants are counted in
 */
record ProcessTree(long pid, boolean withChildren) {

  /**
   * Linux shows processor time to programs in hundredths of a second, whatever the kernel's own.
   */
  private static final double MILLIS_PER_TICK = 10;

  private static final int USER_TIME = 11;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  static ProcessTree self() {
    return new ProcessTree(ProcessHandle.current().pid(), false);
  }

  static ProcessTree of(ProcessHandle process) {
    return new ProcessTree(process.pid(), true);
  }

  /** Returns the processor time used so far. */
  double cpuMillis() {
    return pids().mapToDouble(ProcessTree::cpuMillis).sum();
  }

  /** Returns the memory held, KiB; what processes share counts once. */
  long residentKib() {
    return pids().map(each -> figure(each, "smaps_rollup", "Pss:")).sum();
  }

  /** Returns the most memory the process ever held, KiB. */
  long peakKib() {
    return figure(pid, "status", "VmHWM:");
  }

  private LongStream pids() {
    LongStream own = LongStream.of(pid);
    return withChildren
        ? LongStream.concat(
            own,
            ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid))
        : own;
  }

  private static double cpuMillis(long pid) {
    String stat = read(pid, "stat");
    // The name of the program stands in brackets and may hold anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    double ticks = 0;
    for (int i = USER_TIME; i <= CHILDREN_SYSTEM_TIME && i < fields.length; i++) {
      ticks += Long.parseLong(fields[i]);
    }
    return ticks * MILLIS_PER_TICK;
  }

  private static long figure(long pid, String file, String name) {
    return read(pid, file)
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** A descendant may have ended since it was listed: it then costs nothing more. */
  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException _) {
      return "";
    }
  }
}
