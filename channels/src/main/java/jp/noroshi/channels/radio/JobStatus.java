package jp.noroshi.channels.radio;

import java.time.Instant;
import java.util.List;

/**
 * What the console says of a job.
 *
 * @param key the job's key
 * @param state where it is
 * @param asOf when the console said so
 * @param stations what the outdoor stations answered to this job so far
 * @param awaited how many stations of its target have not answered yet
 */
public record JobStatus(
    String key, JobState state, Instant asOf, List<StationAnswer> stations, int awaited) {

  /** Copies the list. */
  public JobStatus {
    stations = List.copyOf(stations);
  }

  /** One station's answer-back. */
  public record StationAnswer(String station, StationState state) {}
}
