package jp.noroshi.core.intake.folder;

import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.IncomingMessage;
import jp.noroshi.core.intake.IntakeReceipt;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.Rounds;
import jp.noroshi.core.intake.SourceHealth;
import jp.noroshi.core.intake.SourceWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the files that are put into {@code inbox/}. After the commit a file is moved whole to
 * {@code done/}, or to {@code quarantine/} if it could not be read. A file that is still being
 * written is left: one named {@code *.part} or beginning with a dot, and one that has changed since
 * the last look. If the hub ends between commit and move, the file is taken in again as a duplicate
 * and moved then. Thread-safe.
 */
public final class FolderSource implements AlertSource {
  private static final Logger LOG = LoggerFactory.getLogger(FolderSource.class);
  private static final Duration PACE = Duration.ofSeconds(1);

  /** One byte more than the largest telegram, so that a larger file is refused as too large. */
  private static final int MOST_BYTES = 16 * 1024 * 1024 + 1;

  private final Path inbox;
  private final Path done;
  private final Path quarantine;
  private final SourceWatch watch;
  private final InstantSource clock;
  private final Rounds rounds;
  private final Map<Path, Look> lastLook = new HashMap<>();

  /** What a file looked like. */
  private record Look(long size, FileTime changed) {}

  /**
   * Prepares the source.
   *
   * @param folder holds the three folders, which are made if they are missing
   * @param watch keeps its health; names it
   */
  public FolderSource(Path folder, SourceWatch watch, InstantSource clock, Rounds rounds) {
    this.inbox = folder.resolve("inbox");
    this.done = folder.resolve("done");
    this.quarantine = folder.resolve("quarantine");
    this.watch = watch;
    this.clock = clock;
    this.rounds = rounds;
  }

  @Override
  public String name() {
    return watch.source();
  }

  @Override
  public Future<Void> start(Intake intake) {
    try {
      for (Path folder : List.of(inbox, done, quarantine)) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      return Future.failedFuture(
          new UncheckedIOException("the watched folder " + inbox + " cannot be made", e));
    }
    rounds.begin(() -> PACE, () -> look(intake));
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> stop() {
    return rounds.end();
  }

  @Override
  public SourceHealth health() {
    return watch.health();
  }

  private void look(Intake intake) {
    try {
      for (Path file : settledFiles()) {
        take(file, intake);
      }
      watch.well();
    } catch (IOException | RuntimeException e) {
      LOG.error("A file of {} could not be taken in; it stays there", inbox, e);
      watch.failing("フォルダーの電文を受け取れません。フォルダーの権限と空き容量を確かめてください。");
    }
  }

  private List<Path> settledFiles() throws IOException {
    List<Path> files;
    try (Stream<Path> listed = Files.list(inbox)) {
      files = listed.filter(FolderSource::isWhole).toList();
    }
    lastLook.keySet().retainAll(files);
    Map<Path, Look> settled = new HashMap<>();
    for (Path file : files) {
      Look now = new Look(Files.size(file), Files.getLastModifiedTime(file));
      if (now.equals(lastLook.put(file, now))) {
        settled.put(file, now);
      }
    }
    return settled.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<Path, Look> entry) -> entry.getValue().changed())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isWhole(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".part");
  }

  private void take(Path file, Intake intake) throws IOException {
    IntakeReceipt receipt =
        intake.take(
            new IncomingMessage(name(), Optional.empty(), clock.instant(), beginningOf(file)));
    boolean refused =
        receipt.items().stream().anyMatch(item -> item.disposition() == Disposition.QUARANTINED);
    moveInto(refused ? quarantine : done, file);
    lastLook.remove(file);
    watch.messageCame();
  }

  private static byte[] beginningOf(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(MOST_BYTES);
    }
  }

  /** Two files of one name are two messages: the second gets a number. */
  private static void moveInto(Path folder, Path file) throws IOException {
    String name = file.getFileName().toString();
    Path target = folder.resolve(name);
    for (int number = 2; Files.exists(target); number++) {
      target = folder.resolve(number + "-" + name);
    }
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
