package jp.noroshi.opsconsole.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code noroshi import}: reads lists of places, and hands them to the hub as proposals. */
@Command(
    name = "import",
    description = "Read lists and maps of places; hand them to the running hub as proposals.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ImportSitesCommand.class,
      ImportHazardsCommand.class,
      ImportDistrictsCommand.class,
      ImportAreasCommand.class,
      ImportFacilitiesCommand.class,
      ImportResidentsCommand.class
    })
final class ImportCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what is imported, for example sites");
  }
}
