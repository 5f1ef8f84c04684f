package jp.noroshi.channels.radio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.message.Rendering.Radio.Part;
import jp.noroshi.core.message.Rendering.Radio.Priority;

/**
 * What the master station shall put on the air.
 *
 * @param key the batch's id: handing the same key over again is the same job
 * @param priority its place among other jobs
 * @param mode live, drill or test
 * @param target who shall hear it
 * @param staggered neighbouring stations in turn (時差放送), against echo
 * @param parts what is heard, in order
 * @param repeatSpeech how often the speech is read
 * @param display the short form for text boards, may be empty
 * @param indoor how indoor receivers (戸別受信機) take it
 * @param notBefore not on the air before this moment
 * @param expiresAt not on the air after this moment
 * @param basis who ordered it
 */
public record RadioJob(
    String key,
    Priority priority,
    JobMode mode,
    Target target,
    boolean staggered,
    List<Part> parts,
    int repeatSpeech,
    Optional<String> display,
    Optional<Indoor> indoor,
    Optional<Instant> notBefore,
    Instant expiresAt,
    Basis basis) {

  /** Copies the list. */
  public RadioJob {
    parts = List.copyOf(parts);
  }

  /** Whether it is meant. */
  public enum JobMode {
    /** 本番. */
    LIVE,
    /** 訓練. */
    DRILL,
    /** 試験, of the equipment. */
    TEST
  }

  /**
   * Who shall hear it; both empty = every station (一斉).
   *
   * @param groups calling groups
   * @param stations single stations
   */
  public record Target(List<String> groups, List<String> stations) {
    /** Copies the lists. */
    public Target {
      groups = List.copyOf(groups);
      stations = List.copyOf(stations);
    }
  }

  /**
   * How indoor receivers take it.
   *
   * @param forceVolume at full volume, whatever the household has set
   */
  public record Indoor(boolean forceVolume) {}

  /**
   * Who ordered it.
   *
   * @param orderId the dispatch
   * @param approvedBy the approver
   * @param approvedAt when
   */
  public record Basis(String orderId, Optional<String> approvedBy, Optional<Instant> approvedAt) {}
}
