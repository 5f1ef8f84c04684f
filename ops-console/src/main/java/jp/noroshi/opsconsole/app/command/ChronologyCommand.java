package jp.noroshi.opsconsole.app.command;

import java.io.PrintWriter;
import jp.noroshi.core.chronology.ChronologyVerifier;
import jp.noroshi.core.chronology.ChronologyVerifier.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code noroshi chronology}: the memory of what happened. */
@Command(
    name = "chronology",
    description = "Look after the chronology.",
    mixinStandardHelpOptions = true)
final class ChronologyCommand implements Runnable {

  private static final int BROKEN = 3;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: verify");
  }

  @Command(
      name = "verify",
      description =
          "Recompute the hash chain and say whether every line stands as it was written. Exit code 3 if not.",
      mixinStandardHelpOptions = true)
  int verify(@Mixin DatabaseOptions options) {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDatabase open = OpenDatabase.of(options)) {
      return switch (new ChronologyVerifier(open.database()).verify()) {
        case Verdict.Intact intact -> {
          out.println(
              "intact: %,d lines, last hash %s".formatted(intact.lines(), intact.lastHash()));
          yield 0;
        }
        case Verdict.Broken broken -> {
          out.println("BROKEN at line %d: %s".formatted(broken.seq(), broken.flaw()));
          yield BROKEN;
        }
      };
    }
  }
}
