package jp.noroshi.shelters.response;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.plan.Destination;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.Plans;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Register;
import jp.noroshi.gis.register.RegisterRefusedException;
import jp.noroshi.shelters.response.AnswerTokens.Opened;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands behind an answer page. Looking at a page changes nothing and shows nobody; a
 * supporter sees whom to help after asking for it, and that look is logged. Thread-safe, blocking.
 */
public final class AnswerPages {

  private static final Logger LOG = LoggerFactory.getLogger(AnswerPages.class);

  private final Database database;
  private final CaseAnswers cases;
  private final CaseTable table;
  private final AnswerTokens tokens;
  private final Register register;
  private final Plans plans;

  /** What it stands on. */
  record Parts(
      Database database, Register register, Plans plans, AnswerTokens tokens, CaseTable table) {}

  AnswerPages(Parts parts, CaseAnswers cases) {
    this.database = parts.database();
    this.cases = cases;
    this.table = parts.table();
    this.tokens = parts.tokens();
    this.register = parts.register();
    this.plans = parts.plans();
  }

  /** What a page says before anybody is shown. */
  public sealed interface Page {
    /**
     * A supporter's page.
     *
     * @param over whether nothing is to be done any more
     */
    record Supporters(TaskState state, boolean over, List<AreaCode> districts) implements Page {}

    /**
     * The person's own page.
     *
     * @param safe whether they are taken to be safe
     * @param help whether they asked for help
     */
    record Own(boolean safe, boolean help, boolean over, List<AreaCode> districts)
        implements Page {}
  }

  /** Finds a page; empty when the token is unknown or has expired. */
  public Optional<Page> find(String token) {
    return database.withHandle(
        handle -> tokens.find(handle, token).flatMap(opened -> page(handle, opened)));
  }

  private Optional<Page> page(Handle handle, Opened opened) {
    return CaseGlance.find(handle, opened.caseId())
        .map(
            glance ->
                opened
                    .task()
                    .<Page>map(
                        task ->
                            new Page.Supporters(
                                CaseGlance.taskState(handle, task),
                                !glance.state().isNotYetSafe(),
                                glance.districts()))
                    .orElseGet(
                        () ->
                            new Page.Own(
                                glance.state() == CaseState.SAFE,
                                glance.helpWanted(),
                                glance.state() == CaseState.ENDED,
                                glance.districts())));
  }

  /**
   * Takes an answer.
   *
   * @param word a {@link SupporterAnswer} or {@link PersonAnswer} by name
   * @return UNKNOWN when the token is unknown or has expired, or the word is none of its page
   */
  public Verdict say(String token, String word) {
    return database.inTransaction(handle -> say(handle, token, word));
  }

  /** Takes the same within a transaction of the caller. */
  public Verdict say(Handle handle, String token, String word) {
    return tokens
        .find(handle, token)
        .map(
            opened ->
                opened
                    .task()
                    .map(task -> supporter(handle, task, word))
                    .orElseGet(() -> person(handle, opened.caseId(), word)))
        .orElse(Verdict.UNKNOWN);
  }

  private Verdict supporter(Handle handle, UUID task, String word) {
    return named(SupporterAnswer.values(), word)
        .map(answer -> cases.supporter(handle, task, answer))
        .orElse(Verdict.UNKNOWN);
  }

  private Verdict person(Handle handle, UUID caseId, String word) {
    return named(PersonAnswer.values(), word)
        .map(answer -> cases.person(handle, caseId, answer))
        .orElse(Verdict.UNKNOWN);
  }

  /**
   * Makes a token for a supporter's page that staff hand on: by a message of their own, or read
   * out.
   *
   * @return empty when the case has no such task, or nothing is to be done any more
   */
  public Optional<String> link(UUID caseId, UUID task) {
    return database.inTransaction(
        handle ->
            table
                .lock(handle, caseId)
                .filter(stored -> stored.file().state().isNotYetSafe())
                .filter(stored -> stored.file().task(task).isPresent())
                .map(stored -> tokens.issue(handle, caseId, Optional.of(task))));
  }

  private static <E extends Enum<E>> Optional<E> named(E[] answers, String word) {
    return List.of(answers).stream().filter(answer -> answer.name().equals(word)).findFirst();
  }

  /**
   * Whom a supporter is to help.
   *
   * @param to where to
   */
  public record Whom(
      String name,
      String address,
      Optional<String> phone,
      Optional<String> to,
      Optional<String> meetingPlace,
      Optional<String> house,
      Optional<String> remarks,
      List<String> items,
      Optional<Integer> helpersNeeded) {
    @Override
    public String toString() {
      return "Whom[…]";
    }
  }

  /**
   * Shows a supporter whom to help, as long as they are asked or go. The look is logged in their
   * name, under the emergency of the response.
   *
   * @param address the network address of the call
   * @return empty when the token shows nobody (any more), the emergency is over, or the register is
   *     locked
   */
  public Optional<Whom> whom(String token, String address) {
    return whom(handle -> tokens.find(handle, token), address);
  }

  /** Shows the same to who was let in by another door. */
  public Optional<Whom> whom(Function<Handle, Optional<Opened>> door, String address) {
    try {
      return database.inTransaction(
          handle -> door.apply(handle).flatMap(opened -> whom(handle, opened, address)));
    } catch (RegisterRefusedException e) {
      LOG.warn("a supporter is not shown whom to help: {}", e.reason());
      return Optional.empty();
    }
  }

  private Optional<Whom> whom(Handle handle, Opened opened, String address) {
    return opened
        .task()
        .flatMap(_ -> table.lock(handle, opened.caseId()))
        .flatMap(stored -> whom(handle, stored, opened, address));
  }

  private Optional<Whom> whom(
      Handle handle, CaseTable.Stored stored, Opened opened, String address) {
    Optional<SupportTask> task =
        opened
            .task()
            .flatMap(stored.file()::task)
            .filter(each -> each.state().isOpen() && stored.file().state().isNotYetSafe());
    return task.flatMap(
        each -> {
          CaseLooks.Under under = CaseLooks.of(handle, stored.id());
          Reader reader =
              new Reader("supporter:" + each.supporter(), Reader.Standing.SUPPORTER, address);
          return register
              .open(handle, stored.person(), under.access(reader))
              .map(person -> whom(person, plan(handle, under, reader)));
        });
  }

  private Optional<EvacuationPlan> plan(Handle handle, CaseLooks.Under under, Reader reader) {
    return under.plan().flatMap(id -> plans.open(handle, id, under.access(reader)));
  }

  private static Whom whom(Person person, Optional<EvacuationPlan> plan) {
    return new Whom(
        person.identity().name(),
        person.identity().residence().orElse(person.identity().address()),
        person.identity().phone(),
        plan.map(each -> each.content().destination()).flatMap(Destination::name),
        plan.flatMap(each -> each.content().meetingPlace()),
        plan.flatMap(each -> each.content().house()),
        plan.flatMap(each -> each.content().remarks()),
        plan.map(each -> each.content().items()).orElse(List.of()),
        plan.map(each -> each.content().helpersNeeded()));
  }
}
