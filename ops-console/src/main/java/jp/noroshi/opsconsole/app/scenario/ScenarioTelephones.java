package jp.noroshi.opsconsole.app.scenario;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jp.noroshi.channels.simulator.TelephoneLines;
import jp.noroshi.channels.simulator.TelephoneLines.Manner;

/**
 * Those of a scenario who are telephoned: some press a key, some have an answering machine or talk
 * to somebody else, some never answer. The number alone decides, so that the same evening comes
 * again. Thread-safe.
 */
final class ScenarioTelephones implements TelephoneLines.Called {

  private static final int HUNDRED = 100;
  private static final int SPREAD = 31;
  private static final int MOST_RINGS = 8;

  /** Of a hundred people so many say that they leave now. */
  private static final int LEAVING = 20;

  /** Of a hundred, so many more have a machine, and so many talk to somebody else. */
  private static final int MACHINES = 15;

  private static final int TALKING = 10;

  /** What only a facility is told. */
  private static final String FACILITY = "この施設";

  /** Of a hundred facilities, up to which number they need help, are out, and begin to leave. */
  private static final int NEED_HELP = 10;

  private static final int OUT_ALREADY = 35;
  private static final int LEAVING_NOW = 80;

  private final AtomicInteger answers = new AtomicInteger();
  private volatile Step.Answers manner = new Step.Answers(0, 0, 0, 0, 0);

  void behave(Step.Answers step) {
    manner = step;
  }

  /** Returns how many keys were pressed. */
  int answers() {
    return answers.get();
  }

  @Override
  public Manner take(String number, String said) {
    int draw = Math.floorMod(number.hashCode() * SPREAD, HUNDRED);
    if (said.contains(FACILITY)) {
      return ofFacility(draw);
    }
    return isForPerson(said) ? ofPerson(draw) : ofSupporter(draw);
  }

  private Manner ofFacility(int draw) {
    if (draw < NEED_HELP) {
      return pressing(draw, '2');
    }
    if (draw < OUT_ALREADY) {
      return pressing(draw, '4');
    }
    return draw < LEAVING_NOW ? pressing(draw, '1') : new Manner.Away();
  }

  /** Only the person is offered a key for being there already. */
  private static boolean isForPerson(String said) {
    return said.contains("、4。");
  }

  private Manner ofPerson(int draw) {
    int safe = manner.safe();
    int help = safe + manner.help();
    if (draw < safe) {
      return pressing(draw, '4');
    }
    if (draw < help) {
      return pressing(draw, '3');
    }
    return draw < help + LEAVING ? pressing(draw, '1') : unanswered(draw - help - LEAVING);
  }

  private Manner ofSupporter(int draw) {
    int accept = manner.accept();
    int refuse = accept + manner.refuse();
    if (draw < refuse) {
      return pressing(draw, draw < accept ? '1' : '2');
    }
    return unanswered(draw - refuse);
  }

  private Manner pressing(int draw, char key) {
    answers.incrementAndGet();
    return new Manner.Answers(1 + draw % MOST_RINGS, List.of(key));
  }

  private static Manner unanswered(int draw) {
    if (draw < MACHINES) {
      return new Manner.Machine();
    }
    return draw < MACHINES + TALKING ? new Manner.Busy() : new Manner.Away();
  }
}
