package jp.noroshi.opsconsole.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import jp.noroshi.opsconsole.app.command.NoroshiCommand;
import picocli.CommandLine;

/**
 * What one command came to.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it complained
 */
record CommandRun(int exitCode, String out, String err) {

  /** Runs a command to its end. */
  static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        NoroshiCommand.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true));
    int exitCode = command.execute(arguments);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
