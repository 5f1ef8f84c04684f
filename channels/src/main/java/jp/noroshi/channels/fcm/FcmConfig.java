package jp.noroshi.channels.fcm;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jp.noroshi.core.config.Secret;

/**
 * One Firebase project.
 *
 * @param serviceAccount the service account's JSON
 * @param endpoint where FCM is; absent: Google's
 * @param trustCertificate a PEM file to trust instead of the usual authorities; for the simulator
 * @param concurrency the most messages under way at once; absent: 800, eight connections of 100
 * @param messagesPerSecond absent: 9,000, below the 600,000 a minute of a project
 * @param timeout the longest one message may take; absent: 10 seconds
 * @param criticalAlerts whether Apple has granted the app its critical-alerts entitlement, with
 *     which levels 4 and 5 sound on a silenced phone; absent: no
 */
public record FcmConfig(
    Secret serviceAccount,
    Optional<URI> endpoint,
    Optional<Path> trustCertificate,
    Integer concurrency,
    Double messagesPerSecond,
    Duration timeout,
    boolean criticalAlerts) {

  /**
   * Fills in what is absent.
   *
   * @throws IllegalArgumentException when the service account is missing or a figure makes no sense
   */
  public FcmConfig {
    endpoint = endpoint == null ? Optional.empty() : endpoint;
    trustCertificate = trustCertificate == null ? Optional.empty() : trustCertificate;
    concurrency = concurrency == null ? 800 : concurrency;
    messagesPerSecond = messagesPerSecond == null ? 9_000 : messagesPerSecond;
    timeout = timeout == null ? Duration.ofSeconds(10) : timeout;
    if (serviceAccount == null) {
      throw new IllegalArgumentException("fcm: serviceAccount is missing");
    }
    if (concurrency < 1 || concurrency > 5_000) {
      throw new IllegalArgumentException("fcm: concurrency is 1 to 5,000");
    }
    if (!(messagesPerSecond > 0) || !timeout.isPositive()) {
      throw new IllegalArgumentException("fcm: messagesPerSecond and timeout are above 0");
    }
  }

  /** Google's FCM with the usual figures. */
  public static FcmConfig standard(Secret serviceAccount) {
    return new FcmConfig(
        serviceAccount, Optional.empty(), Optional.empty(), null, null, null, false);
  }
}
