package jp.noroshi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * nginx with nchan as a private process: own settings, own port, own directory. Found where the
 * launcher unpacked it or where the system has it; never the system's own server.
 */
final class Nchan implements AutoCloseable {

  /** What is said where it is missing. */
  static final String MISSING =
      "nginx + nchan was not measured: it is not installed (Debian: `apt-get install nginx libnginx-mod-nchan`).";

  private static final int SECONDS_TO_START = 5;

  private final Process process;
  private final int port;

  private Nchan(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it; empty where it is not installed. */
  static Optional<Nchan> start(BenchBed bed) throws IOException {
    for (Path root : List.of(bed.file(".noroshi/nginx"), Path.of("/"))) {
      Path program = root.resolve("usr/sbin/nginx");
      Path module = root.resolve("usr/lib/nginx/modules/ngx_nchan_module.so");
      if (Files.isExecutable(program) && Files.exists(module)) {
        return start(bed, program, module);
      }
    }
    bed.log(MISSING);
    return Optional.empty();
  }

  private static Optional<Nchan> start(BenchBed bed, Path program, Path module) throws IOException {
    Path directory = Files.createDirectories(bed.directory().resolve("nchan"));
    int port = EventServer.freePort();
    Path settings = directory.resolve("nginx.conf");
    Files.writeString(settings, settings(module, directory, port));
    List<String> command = new ArrayList<>(inItsOwnVarLib());
    command.addAll(
        List.of(
            program.toString(),
            "-e",
            "stderr",
            "-p",
            directory.toString(),
            "-c",
            settings.toString()));
    Nchan nchan = new Nchan(new ProcessBuilder(command).inheritIO().start(), port);
    if (nchan.listens()) {
      return Optional.of(nchan);
    }
    nchan.close();
    bed.log("nginx does not start here: live events are not compared with nginx + nchan");
    return Optional.empty();
  }

  /**
   * Debian's build writes below /var/lib/nginx whatever its settings say: it gets one in memory.
   */
  private static List<String> inItsOwnVarLib() {
    List<String> namespace =
        isRoot() ? List.of("unshare", "-m", "--") : List.of("unshare", "-r", "-m", "--");
    List<String> command = new ArrayList<>(namespace);
    command.addAll(
        List.of(
            "sh",
            "-c",
            "mount -t tmpfs none /var/lib && mkdir /var/lib/nginx && exec \"$@\"",
            "sh"));
    return command;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private boolean listens() {
    long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
    while (process.isAlive() && System.nanoTime() < giveUp) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return true;
      } catch (IOException _) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    return false;
  }

  private static String settings(Path module, Path directory, int port) {
    return """
    load_module %1$s;
    user root;
    daemon off;
    worker_processes 2;
    worker_rlimit_nofile 16000;
    pid %2$s/nginx.pid;
    error_log stderr crit;
    events { worker_connections 14000; use epoll; }
    http {
      access_log off;
      nchan_shared_memory_size 128M;
      server {
        listen 127.0.0.1:%3$d backlog=4096;
        location = /events { nchan_subscriber eventsource; nchan_channel_id alerts; nchan_subscriber_first_message newest; }
        location = /publish { nchan_publisher; nchan_channel_id alerts; nchan_message_buffer_length 1000; }
      }
    }
    """
        .formatted(module.toAbsolutePath(), directory, port);
  }

  int port() {
    return port;
  }

  ProcessTree tree() {
    return ProcessTree.of(process.toHandle());
  }

  @Override
  public void close() {
    List<ProcessHandle> workers;
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      workers = descendants.toList();
    }
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    workers.forEach(ProcessHandle::destroyForcibly);
  }
}
