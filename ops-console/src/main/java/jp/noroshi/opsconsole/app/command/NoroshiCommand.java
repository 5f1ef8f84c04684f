package jp.noroshi.opsconsole.app.command;

import jp.noroshi.opsconsole.app.client.Fault;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole command line. */
@Command(
    name = "noroshi",
    description = "Disaster information and evacuation-support hub for Japanese municipalities.",
    mixinStandardHelpOptions = true,
    version = "noroshi 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "The launcher adds: test (all tests), bench (measurements)."},
    subcommands = {
      UpCommand.class,
      DrillCommand.class,
      SendCommand.class,
      ReadCommand.class,
      ImportCommand.class,
      DoctorCommand.class,
      ChronologyCommand.class,
      AccountCommand.class,
      RegisterKeyCommand.class,
      SimulateCommand.class,
      CommandLine.HelpCommand.class
    })
public final class NoroshiCommand implements Runnable {

  @Spec private CommandSpec spec;

  /**
   * Returns the command line, ready to execute. A fault that a person can mend is one line without
   * a stack trace, and exit code 1.
   */
  public static CommandLine commandLine() {
    return new CommandLine(new NoroshiCommand())
        .setExecutionExceptionHandler(NoroshiCommand::explain)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int explain(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("noroshi: " + Fault.sentence(fault));
    if (System.getenv("NOROSHI_DEBUG") != null) {
      fault.printStackTrace(command.getErr());
    } else if (!(fault instanceof Fault)) {
      command.getErr().println("noroshi: NOROSHI_DEBUG=1 shows where it happened");
    }
    command.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
