package jp.noroshi.opsconsole.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.KeyRenewal;
import jp.noroshi.gis.register.KeyState;
import jp.noroshi.gis.register.RegisterKeys;
import jp.noroshi.gis.register.SealBrokenException;
import jp.noroshi.gis.register.SealedColumn;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.client.Fault;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.inquiry.Inquiries;
import jp.noroshi.shelters.response.CaseNotes;
import jp.noroshi.shelters.talk.Reports;
import jp.noroshi.shelters.victims.VictimExports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
      description = {
        "Make a new key, seal everything again with it and throw the former one away.",
        "Stop every hub on this database first. Interrupted, it goes on where it stopped when started again."
      },
      mixinStandardHelpOptions = true)
  int rotate(@Mixin DatabaseOptions options) throws IOException {
    DataDirectory directory = new DataDirectory(options.dataDirectory);
    try (var _ = directory.lock();
        OpenDatabase open = OpenDatabase.of(options)) {
      open.database().migrate();
      RegisterKeys kept = keys(directory, open);
      // Former keys that are still there belong to a renewal that was interrupted.
      RegisterKeys keys = kept.hasFormerKeys() ? kept : kept.rotated();
      directory.keepSecret(DataDirectory.REGISTER_KEYS, keys.write());
      renew(new KeyRenewal(open.database(), sealedElsewhere()), keys);
      directory.keepSecret(DataDirectory.REGISTER_KEYS, keys.withoutFormerKeys().write());
      out().println("The former key is gone. Keep a copy of the file of keys in a safe place:");
      out().println("backups made before today need the copy of the former one.");
    }
    return 0;
  }

  private static List<SealedColumn> sealedElsewhere() {
    return Stream.of(
            PlanServices.sealedColumns(),
            Checkin.SEALED,
            Reports.SEALED,
            CaseNotes.SEALED,
            Inquiries.SEALED,
            VictimExports.SEALED)
        .flatMap(List::stream)
        .toList();
  }

  private static RegisterKeys keys(DataDirectory directory, OpenDatabase open) {
    RegisterKeys kept =
        RegisterKeys.read(
            directory
                .findSecret(DataDirectory.REGISTER_KEYS)
                .orElseThrow(
                    () -> new Fault("there are no keys of a register in " + directory.path())));
    if (FieldCipher.unlock(open.database(), Optional.of(kept)).state() != KeyState.OPEN) {
      throw new Fault("the keys in " + directory.path() + " are not those of this database");
    }
    return kept;
  }

  private void renew(KeyRenewal renewal, RegisterKeys keys) {
    try {
      out().println("Sealing again:");
      long sealed = renewal.seal(keys, this::tell);
      out().println("Opening everything with the new key alone:");
      long proved = renewal.prove(keys, this::tell);
      out().println("Sealed again %,d, opened %,d.".formatted(sealed, proved));
    } catch (SealBrokenException e) {
      throw new Fault(
          e.getMessage()
              + ". Nothing was lost and the former key stays: bring that row back from a backup, then start this again");
    }
  }

  /** Says how far a column is, on one line until the next one begins. */
  private void tell(String column, long rows) {
    out().print("\r  %-32s %,12d".formatted(column, rows));
    out().flush();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
