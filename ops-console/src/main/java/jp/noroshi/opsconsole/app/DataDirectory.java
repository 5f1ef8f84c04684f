package jp.noroshi.opsconsole.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import jp.noroshi.core.config.Secret;

/**
 * The directory a hub keeps for itself ({@code .noroshi} by default): the private database, secrets
 * only its owner can read, the watched folder, and where the running hub is reached.
 *
 * @param path the directory
 */
public record DataDirectory(Path path) {

  /** The secret that holds the keys of the register. */
  public static final String REGISTER_KEYS = "register-keys";

  private static final String OWNER_ONLY = "rw-------";

  /** Makes the directory if there is none. */
  public DataDirectory {
    try {
      path = Files.createDirectories(path.toAbsolutePath().normalize());
      Files.createDirectories(
          path.resolve("secrets"),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException("the data directory " + path + " cannot be made", e);
    }
  }

  /** Returns where the private database lives. */
  public Path postgres() {
    return path.resolve("postgres");
  }

  /** Returns the watched folder. */
  public Path inbox() {
    return path.resolve("inbox");
  }

  /** Returns a reference to a secret of this name. */
  public Secret secret(String name) {
    return new Secret("file:" + secretFile(name));
  }

  /** Finds the value of a secret, empty if it was never kept. */
  public Optional<String> findSecret(String name) {
    return Files.exists(secretFile(name)) ? Optional.of(secret(name).reveal()) : Optional.empty();
  }

  /** Keeps a secret so that only the owner can read it. */
  public Secret keepSecret(String name, String value) {
    writeOwnerOnly(secretFile(name), value);
    return secret(name);
  }

  /** Returns the secret of this name, making a random one of 24 bytes if there is none. */
  public Secret randomSecret(String name) {
    if (findSecret(name).isEmpty()) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      keepSecret(name, HexFormat.of().formatHex(random));
    }
    return secret(name);
  }

  /** Notes where the running hub is reached. */
  public void announce(URI hub) {
    writeOwnerOnly(path.resolve("address"), hub.toString());
  }

  /** Finds where the hub of this directory is reached, empty if none was ever started. */
  public Optional<URI> findAddress() {
    Path file = path.resolve("address");
    try {
      return Files.exists(file)
          ? Optional.of(URI.create(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /**
   * Takes the directory for this process; two hubs in one directory would share a radio and a port.
   *
   * @return the lock, held until it is closed or the process ends
   * @throws IllegalStateException when another hub has it
   */
  public FileLock lock() {
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(null);
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      throw inUse(e);
    } catch (IOException e) {
      throw new UncheckedIOException("the data directory " + path + " cannot be locked", e);
    }
  }

  private IllegalStateException inUse(Exception cause) {
    return new IllegalStateException(
        "a hub is already running in "
            + path
            + "; stop it first, or give another directory with --data-dir",
        cause);
  }

  private Path secretFile(String name) {
    return path.resolve("secrets").resolve(name);
  }

  private static void writeOwnerOnly(Path file, String text) {
    try {
      // Beside it first, then in its place: a secret cut short by a crash could never be read
      // again.
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createFile(
          fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Files.writeString(fresh, text, StandardCharsets.UTF_8, StandardOpenOption.DSYNC);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
