package jp.noroshi.channels.radio;

import java.util.List;
import java.util.Optional;

/**
 * 親局: the operating console that puts jobs on the air. This is the whole contract between the hub
 * and a vendor's console; one driver per vendor implements it.
 *
 * <p>Thread-safe. Every method blocks and throws {@link MasterStationException} when no usable
 * answer came.
 */
public interface MasterStation extends AutoCloseable {

  /** Returns what this console can do. */
  Capabilities capabilities() throws MasterStationException, InterruptedException;

  /**
   * Hands over a job. The same key is the same job: handing it over again changes nothing and
   * returns its present status.
   */
  Submission submit(RadioJob job) throws MasterStationException, InterruptedException;

  /** Finds a job by its key; empty only when the console itself says that it has no such job. */
  Optional<JobStatus> findStatus(String key) throws MasterStationException, InterruptedException;

  /** Takes a job that is not yet on the air off the queue. Its result is seen in the status. */
  void cancel(String key) throws MasterStationException, InterruptedException;

  /** Stops what is on the air now. A right of its own, apart from {@link #cancel}. */
  void stopOnAir() throws MasterStationException, InterruptedException;

  /** Lists the outdoor stations with what they last answered. */
  List<OutdoorStation> stations() throws MasterStationException, InterruptedException;

  /**
   * Lists what happened after an event number, oldest first.
   *
   * @param after the number of the last event seen, 0 for all that the console still has
   */
  List<StationEvent> events(long after) throws MasterStationException, InterruptedException;

  /** Releases connections. */
  @Override
  void close();

  /**
   * What a console can do.
   *
   * @param name the console's own name
   * @param sirenCodes the codes of the site's legal siren table it can sound
   * @param groups its calling groups
   * @param maxDisplayLength how many characters its text boards show
   */
  record Capabilities(
      String name, List<String> sirenCodes, List<String> groups, int maxDisplayLength) {
    /** Copies the lists. */
    public Capabilities {
      sirenCodes = List.copyOf(sirenCodes);
      groups = List.copyOf(groups);
    }
  }

  /** What the console answered to a job. */
  sealed interface Submission {
    /** It has the job, now or already before. */
    record Taken(JobStatus status) implements Submission {}

    /** It refuses the job for good. */
    record Declined(Reason reason) implements Submission {}

    /** Why a job is refused. */
    enum Reason {
      /** A siren code that is not in the legal table. */
      UNKNOWN_SIREN,
      /** Not in this mode, or not for these credentials. */
      NOT_ALLOWED,
      /** Its time is over. */
      EXPIRED,
      /** Another job has this key. */
      KEY_CONFLICT,
      /** It cannot be read. */
      MALFORMED
    }
  }
}
