package jp.noroshi.opsconsole.app.command;

import java.io.IOException;
import java.nio.file.Path;
import jp.noroshi.gis.register.RegisterKeys;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.client.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code noroshi register-key}: the key that seals the register. */
@Command(
    name = "register-key",
    description = "Look after the key of the register of people who need assistance.",
    mixinStandardHelpOptions = true)
final class RegisterKeyCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: rotate");
  }

  @Command(
      name = "rotate",
      description =
          "Seal with a new key from the next start on; what was sealed before stays readable. Stop the hub first.",
      mixinStandardHelpOptions = true)
  int rotate(
      @Option(names = "--data-dir", description = "The hub's directory.", defaultValue = ".noroshi")
          Path path)
      throws IOException {
    DataDirectory directory = new DataDirectory(path);
    try (var _ = directory.lock()) {
      String keys =
          directory
              .findSecret(DataDirectory.REGISTER_KEYS)
              .orElseThrow(
                  () -> new Fault("there are no keys of a register in " + directory.path()));
      directory.keepSecret(DataDirectory.REGISTER_KEYS, RegisterKeys.read(keys).rotated().write());
      spec.commandLine()
          .getOut()
          .println("rotated; keep a copy of the file of keys in a safe place");
    }
    return 0;
  }
}
