package jp.noroshi.core.intake.folder;

import static jp.noroshi.core.intake.TelegramText.aTelegram;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.intake.AlertSource;
import jp.noroshi.core.intake.AlertSourceContractTest;
import jp.noroshi.core.intake.HandRounds;
import jp.noroshi.core.intake.IntakeReceipt.Disposition;
import jp.noroshi.core.intake.SourceHealth.State;
import jp.noroshi.core.intake.SourceWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest extends AlertSourceContractTest {
  @TempDir Path folder;
  private HandRounds rounds;
  private FolderSource source;

  @Override
  protected AlertSource source() {
    source = newSource();
    return source;
  }

  private FolderSource newSource() {
    rounds = new HandRounds();
    return new FolderSource(
        folder,
        new SourceWatch("folder", Mode.LIVE, new Chronology(database.database()), clock),
        clock,
        rounds);
  }

  @Override
  protected void offer(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve("inbox").resolve(name), bytes);
    rounds.turn();
    rounds.turn();
  }

  private List<String> filesIn(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileIsMovedWholeAfterTheCommit() throws Exception {
    offer("a.xml", aTelegram().bytes());
    offer("b.xml", new byte[] {'<', 'x'});

    assertThat(filesIn("inbox")).isEmpty();
    assertThat(filesIn("done")).containsExactly("a.xml");
    assertThat(filesIn("quarantine")).containsExactly("b.xml");
    assertThat(folder.resolve("done/a.xml")).hasBinaryContent(aTelegram().bytes());
  }

  @Test
  void aFileThatIsStillBeingWrittenIsLeft() throws Exception {
    byte[] whole = aTelegram().bytes();
    Path file = folder.resolve("inbox/a.xml");
    Files.write(file, Arrays.copyOf(whole, 100));
    rounds.turn();
    Files.write(file, Arrays.copyOfRange(whole, 100, whole.length), StandardOpenOption.APPEND);
    rounds.turn();
    assertThat(receipts).isEmpty();

    rounds.turn();
    assertThat(dispositions()).containsExactly(Disposition.DRAFTED);
  }

  @Test
  void partFilesAndHiddenFilesAreLeft() throws Exception {
    offer("a.xml.part", aTelegram().bytes());
    offer(".a.xml", aTelegram().bytes());

    assertThat(receipts).isEmpty();
    assertThat(filesIn("inbox")).hasSize(2);
  }

  @Test
  void twoFilesOfOneNameAreBothKept() throws Exception {
    offer("a.xml", aTelegram().bytes());
    offer("a.xml", aTelegram().kindStatus("継続").bytes());

    assertThat(filesIn("done")).containsExactly("2-a.xml", "a.xml");
  }

  @Test
  void aFileWhoseMoveWasLostIsMovedAfterTheRestart() throws Exception {
    offer("a.xml", aTelegram().bytes());
    Files.move(folder.resolve("done/a.xml"), folder.resolve("inbox/a.xml"));
    await(source.stop());
    source = newSource();
    await(source.start(intake));
    rounds.turn();
    rounds.turn();

    assertThat(dispositions()).containsExactly(Disposition.DRAFTED, Disposition.DUPLICATE);
    assertThat(filesIn("done")).containsExactly("a.xml");
    await(source.stop());
  }

  @Test
  void whatTheIntakeCannotStoreStaysInTheInbox() throws Exception {
    await(source.stop());
    source = newSource();
    await(
        source.start(
            message -> {
              throw new IllegalStateException("no database");
            }));
    offer("a.xml", aTelegram().bytes());

    assertThat(filesIn("inbox")).containsExactly("a.xml");
    assertThat(source.health().state()).isEqualTo(State.FAILING);
  }
}
