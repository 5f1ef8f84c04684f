package jp.noroshi.opsconsole.app;

import jp.noroshi.opsconsole.app.command.NoroshiCommand;

/** Where the process begins. */
public final class HubMain {

  private HubMain() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(NoroshiCommand.commandLine().execute(arguments));
  }
}
