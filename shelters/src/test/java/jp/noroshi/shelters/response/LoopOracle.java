package jp.noroshi.shelters.response;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.gis.plan.StartSignal;
import jp.noroshi.gis.register.PersonId;

/**
 * Says how the evening ends for one person, from who would do what when. It walks through the
 * minutes with a queue of supporters, and shares nothing with the rules but the names of the ends.
 */
final class LoopOracle {

  static final UUID SCHOOL = new UUID(9, 9);

  private static final int TICK = 5;
  private static final int ANSWER = 10;
  private static final int CLAIM = 20;
  private static final int ON_THE_WAY = 60;

  private final Map<UUID, Will> wills;
  private final Set<UUID> unreachable;
  private final int ticks;

  LoopOracle(Map<UUID, Will> wills, Set<UUID> unreachable, int ticks) {
    this.wills = wills;
    this.unreachable = unreachable;
    this.ticks = ticks;
  }

  /** What a supporter would do once asked. */
  enum Will {
    GOES,
    ACCEPTS_AND_FALLS_SILENT,
    REFUSES,
    SILENT,
    COMES_LATE,
    GIVES_UP;

    static Will random(Random random) {
      return values()[random.nextInt(values().length)];
    }

    /** Returns what is said so many minutes after being asked. */
    Optional<SupporterAnswer> says(long minutes, boolean claims) {
      return Optional.ofNullable(
          switch (this) {
            case GOES ->
                minutes == 5
                    ? SupporterAnswer.ACCEPT
                    : minutes == 10 && claims
                        ? SupporterAnswer.ON_THE_WAY
                        : minutes == 15 && claims ? SupporterAnswer.SAFE : null;
            case ACCEPTS_AND_FALLS_SILENT -> minutes == 5 ? SupporterAnswer.ACCEPT : null;
            case REFUSES -> minutes == 5 ? SupporterAnswer.CANNOT : null;
            case SILENT -> null;
            case COMES_LATE ->
                minutes == 20
                    ? SupporterAnswer.ACCEPT
                    : minutes == 30 && claims ? SupporterAnswer.SAFE : null;
            case GIVES_UP ->
                minutes == 5
                    ? SupporterAnswer.ACCEPT
                    : minutes == 10 && claims ? SupporterAnswer.CANNOT : null;
          });
    }
  }

  /** Where somebody ends. */
  record End(CaseState state, Optional<Evidence.Strength> strength, boolean helpWanted) {}

  /** A person, their supporters and what they do themselves; −1 = never. */
  record Plan(
      PersonId person,
      List<CallUp.PlannedSupporter> helpers,
      Risk risk,
      StartSignal signal,
      int safeTick,
      int helpTick,
      int checkInTick,
      int leaveTick) {

    static Plan random(
        Random random,
        PersonId person,
        List<CallUp.PlannedSupporter> helpers,
        Risk risk,
        StartSignal signal) {
      int safe = random.nextInt(6) == 0 ? random.nextInt(18) : -1;
      int help = random.nextInt(20) == 0 ? random.nextInt(18) : -1;
      int checkIn = random.nextInt(3) == 0 ? random.nextInt(16) : -1;
      int leave = checkIn >= 0 && random.nextInt(8) == 0 ? checkIn + 2 : -1;
      return new Plan(
          person, helpers, risk, signal, safe, help == safe ? -1 : help, checkIn, leave);
    }

    Optional<PersonAnswer> saysAt(int tick) {
      return tick == safeTick
          ? Optional.of(PersonAnswer.SAFE)
          : tick == helpTick ? Optional.of(PersonAnswer.HELP) : Optional.empty();
    }

    boolean checksInAt(int tick) {
      return tick >= 0 && tick == checkInTick;
    }

    boolean leavesAt(int tick) {
      return tick >= 0 && tick == leaveTick;
    }
  }

  End end(Plan plan) {
    return new Evening(plan).live();
  }

  /** One person's evening. */
  private final class Evening {

    private final Plan plan;
    private final List<CallUp.PlannedSupporter> queue;
    private final int[] askedAt;
    private final boolean[] outOfIt;
    private CaseState state;
    private Evidence.Strength strength;
    private boolean help;
    private int claim = -1;
    private int deadline;

    Evening(Plan plan) {
      this.plan = plan;
      this.queue =
          plan.helpers().stream()
              .filter(helper -> !helper.absent() && !unreachable.contains(helper.supporter()))
              .sorted(
                  Comparator.comparing(CallUp.PlannedSupporter::group)
                      .thenComparingInt(CallUp.PlannedSupporter::position))
              .toList();
      this.askedAt = new int[queue.size()];
      Arrays.fill(askedAt, -1);
      this.outOfIt = new boolean[queue.size()];
      this.state = plan.signal() == StartSignal.LEVEL_4 ? CaseState.WAITING : CaseState.OPEN;
    }

    End live() {
      for (int tick = 0; tick < ticks; tick++) {
        hubWorks(tick * TICK, tick - 1);
        supportersSpeak(tick * TICK);
        personSpeaks(tick);
      }
      hubWorks(ticks * TICK, ticks - 1);
      return new End(state, Optional.ofNullable(strength), help);
    }

    private void hubWorks(int minute, int spokenTick) {
      if (plan.checksInAt(spokenTick)) {
        close(Evidence.Strength.CHECK_IN);
      }
      if (plan.leavesAt(spokenTick) && state == CaseState.SAFE) {
        state = CaseState.STAFF;
        strength = null;
      }
      boolean late = minute >= deadline;
      switch (state) {
        case OPEN -> ask(minute);
        case ASKED -> {
          if (late) {
            ask(minute);
          }
        }
        case CLAIMED, ON_THE_WAY -> state = late ? CaseState.STAFF : state;
        case WAITING, STAFF, SAFE, ENDED -> {}
      }
    }

    private void ask(int minute) {
      for (int i = 0; i < queue.size(); i++) {
        if (askedAt[i] < 0) {
          askedAt[i] = minute;
          deadline = minute + ANSWER;
          state = CaseState.ASKED;
          return;
        }
      }
      state = CaseState.STAFF;
    }

    private void supportersSpeak(int minute) {
      boolean[] askable = new boolean[queue.size()];
      boolean[] claims = new boolean[queue.size()];
      for (int i = 0; i < queue.size(); i++) {
        askable[i] =
            askedAt[i] >= 0 && !outOfIt[i] && strength == null && (claim < 0 || claim == i);
        claims[i] = claim == i;
      }
      for (int i = 0; i < queue.size(); i++) {
        if (askable[i]) {
          int index = i;
          wills
              .get(queue.get(i).supporter())
              .says(minute - askedAt[i], claims[i])
              .ifPresent(answer -> take(index, answer, minute));
        }
      }
    }

    private void take(int who, SupporterAnswer answer, int minute) {
      if (strength != null) {
        return;
      }
      switch (answer) {
        case ACCEPT -> {
          if (claim < 0) {
            claim = who;
            state = CaseState.CLAIMED;
            deadline = minute + CLAIM;
          }
        }
        case ON_THE_WAY -> {
          state = CaseState.ON_THE_WAY;
          deadline = minute + ON_THE_WAY;
        }
        case CANNOT -> refuse(who);
        case SAFE -> close(Evidence.Strength.SUPPORTER_WORD);
      }
    }

    /** Who gives a claim back sets those free again who were turned away by it. */
    private void refuse(int who) {
      boolean claimed = claim == who;
      if (!claimed && claim >= 0) {
        return;
      }
      outOfIt[who] = true;
      if (claimed) {
        claim = -1;
        for (int i = 0; i < queue.size(); i++) {
          if (!outOfIt[i]) {
            askedAt[i] = -1;
          }
        }
      }
      boolean anotherHasTime = state == CaseState.ASKED && !claimed && lastAsked() != who;
      if (state != CaseState.STAFF && !anotherHasTime) {
        state = CaseState.OPEN;
      }
    }

    private int lastAsked() {
      int last = -1;
      for (int i = 0; i < queue.size(); i++) {
        if (askedAt[i] >= 0 && (last < 0 || askedAt[i] >= askedAt[last])) {
          last = i;
        }
      }
      return last;
    }

    private void personSpeaks(int tick) {
      if (tick == plan.safeTick()) {
        close(Evidence.Strength.OWN_WORD);
      } else if (tick == plan.helpTick()) {
        help = true;
        if (state == CaseState.WAITING) {
          state = CaseState.OPEN;
        } else if (state == CaseState.SAFE && strength != Evidence.Strength.CHECK_IN) {
          state = CaseState.STAFF;
          strength = null;
        }
      }
    }

    /** Everybody who was waiting is turned away. */
    private void close(Evidence.Strength how) {
      if (strength == null || how.compareTo(strength) > 0) {
        state = CaseState.SAFE;
        strength = how;
        help = false;
        claim = -1;
        for (int i = 0; i < queue.size(); i++) {
          outOfIt[i] |= askedAt[i] >= 0;
        }
      }
    }
  }
}
