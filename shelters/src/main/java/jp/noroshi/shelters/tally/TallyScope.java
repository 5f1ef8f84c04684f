package jp.noroshi.shelters.tally;

import java.util.UUID;

/** Whose people are counted. */
public sealed interface TallyScope {

  /** Everybody, wherever they are. */
  record City() implements TallyScope {}

  /** Those at one shelter. */
  record AtShelter(UUID shelter) implements TallyScope {}
}
