package jp.noroshi.opsconsole.app.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.Extract;
import jp.noroshi.gis.register.LegalBasis;
import jp.noroshi.gis.register.Purpose;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.RegisterImport;
import jp.noroshi.gis.register.RegisterServices;

/** The invented register of the sample municipality, brought in by its two invented clerks. */
public final class SampleRegister {

  private final Path directory;

  /** Reads the extracts of a directory. */
  public SampleRegister(Path directory) {
    this.directory = directory;
  }

  /** Brings it in, unless somebody is registered already. */
  public void load(RegisterServices services) {
    if (!services.register().listOutlines().isEmpty()) {
      return;
    }
    Access clerk = access(DrillAccounts.WELFARE);
    RegisterImport proposal =
        services
            .imports()
            .propose(
                List.of(
                    extract(Extract.Kind.RESIDENT, "resident.csv"),
                    extract(Extract.Kind.CARE, "care.csv"),
                    extract(Extract.Kind.DISABILITY, "disability.csv")),
                clerk);
    services.imports().approve(proposal.id(), access(DrillAccounts.WELFARE_CHIEF));
    services.consents().take(bytes("consents.csv"), clerk);
  }

  private static Access access(String account) {
    return Access.of(
        new Reader(account, Reader.Standing.WELFARE_STAFF, "127.0.0.1"),
        Purpose.REGISTER,
        LegalBasis.REGISTER_MAKING);
  }

  private Extract extract(Extract.Kind kind, String name) {
    return new Extract(kind, name, bytes(name));
  }

  private byte[] bytes(String name) {
    try {
      return Files.readAllBytes(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("the sample " + name + " cannot be read", e);
    }
  }
}
