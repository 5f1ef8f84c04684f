package jp.noroshi.channels.radio;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened at the console.
 *
 * @param number rises by one
 * @param at when
 * @param key the job it concerns
 * @param jobState the job's new state, if the job moved
 * @param answer a station's answer-back, if one came
 */
public record StationEvent(
    long number,
    Instant at,
    String key,
    Optional<JobState> jobState,
    Optional<JobStatus.StationAnswer> answer) {}
