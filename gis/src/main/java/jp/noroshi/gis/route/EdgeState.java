package jp.noroshi.gis.route;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jp.noroshi.gis.hazard.HazardKind;

/**
 * What holds on the roads at one moment: what is closed, and which dangers they lie in. Never
 * changed; a change makes another one, so that a question in progress keeps the one it began with.
 */
final class EdgeState {

  /** What a road in a zone of the danger costs more: never impossible, people must get out. */
  static final float IN_DANGER = 50;

  private static final int CLOSED = 1;
  private static final int CLOSED_TO_WHEELCHAIRS = 2;
  private static final int FIRST_HAZARD = 2;
  private static final List<HazardKind> KINDS = List.of(HazardKind.values());

  private final int[] flags;
  private final Instant asOf;

  /** Nothing is closed and no danger is known. */
  EdgeState(int edges, Instant asOf) {
    this(new int[edges], asOf);
  }

  private EdgeState(int[] flags, Instant asOf) {
    this.flags = flags;
    this.asOf = asOf;
  }

  Instant asOf() {
    return asOf;
  }

  boolean isClosed(int edge, WayProfile profile) {
    int closed =
        switch (profile) {
          case FOOT -> CLOSED;
          case WHEELCHAIR -> CLOSED | CLOSED_TO_WHEELCHAIRS;
        };
    return (flags[edge] & closed) != 0;
  }

  /** Tells whether a road lies in a zone of any of the dangers (a mask of {@link #mask}). */
  boolean isInDanger(int edge, int dangers) {
    return (flags[edge] & dangers) != 0;
  }

  static int mask(Set<HazardKind> dangers) {
    return dangers.stream().mapToInt(EdgeState::bit).reduce(0, (all, bit) -> all | bit);
  }

  private static int bit(HazardKind kind) {
    return 1 << (FIRST_HAZARD + KINDS.indexOf(kind));
  }

  Draft change(Instant now) {
    return new Draft(flags.clone(), now);
  }

  /** The next state while it is made. Confined to one thread. */
  static final class Draft {

    private final int[] flags;
    private final Instant asOf;

    private Draft(int[] flags, Instant asOf) {
      this.flags = flags;
      this.asOf = asOf;
    }

    void openAll() {
      for (int i = 0; i < flags.length; i++) {
        flags[i] &= ~(CLOSED | CLOSED_TO_WHEELCHAIRS);
      }
    }

    void forgetDangers() {
      for (int i = 0; i < flags.length; i++) {
        flags[i] &= CLOSED | CLOSED_TO_WHEELCHAIRS;
      }
    }

    void close(int edge, Closure.AppliesTo whom) {
      flags[edge] |=
          switch (whom) {
            case EVERYBODY -> CLOSED;
            case WHEELCHAIR -> CLOSED_TO_WHEELCHAIRS;
          };
    }

    void endanger(int edge, HazardKind kind) {
      flags[edge] |= bit(kind);
    }

    EdgeState finish() {
      return new EdgeState(flags, asOf);
    }
  }
}
