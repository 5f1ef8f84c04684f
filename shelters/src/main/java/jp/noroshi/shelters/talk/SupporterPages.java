package jp.noroshi.shelters.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.response.AnswerPages;
import jp.noroshi.shelters.response.AnswerPages.Page.Supporters;
import jp.noroshi.shelters.response.AnswerPages.Whom;
import jp.noroshi.shelters.response.AnswerTokens.Opened;
import jp.noroshi.shelters.response.CaseAnswers;
import jp.noroshi.shelters.response.CaseState;
import jp.noroshi.shelters.response.SecretText;
import jp.noroshi.shelters.response.SupporterAnswer;
import jp.noroshi.shelters.response.TaskState;
import jp.noroshi.shelters.response.Verdict;
import jp.noroshi.shelters.talk.AddressBook.Contact;
import org.jdbi.v3.core.Handle;

/**
 * What stands behind the page of a supporter who chose the web: it is theirs from one response to
 * the next, and lists what is asked of them. Nothing is sent to it, so a supporter who does not
 * open it is silent like any other. Thread-safe, blocking.
 */
public final class SupporterPages {

  /** How long what is over still stands on the page. */
  private static final Duration SHOWN_AFTER = Duration.ofHours(6);

  /** A page that is open looks again and again; that it is open is noted this often. */
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

  private final Database database;
  private final AddressBook addresses;
  private final AnswerPages answers;
  private final CaseAnswers cases;
  private final Mode mode;
  private final InstantSource clock;

  /** What it stands on. */
  record Parts(Database database, AddressBook addresses, AnswerPages answers, CaseAnswers cases) {}

  SupporterPages(Parts parts, Mode mode, InstantSource clock) {
    this.database = parts.database();
    this.addresses = parts.addresses();
    this.answers = parts.answers();
    this.cases = parts.cases();
    this.mode = mode;
    this.clock = clock;
  }

  /** Returns where the page of a token stands. */
  public static String path(String token) {
    return "/supporter/" + token;
  }

  /**
   * One request.
   *
   * @param number for talking about it with staff
   * @param helpWanted whether the person called for help
   * @param page how it stands, as on its answer page
   */
  public record Asked(UUID task, int number, boolean helpWanted, Supporters page) {

    /** Tells whether an answer is waited for. */
    public boolean isWaiting() {
      return !page.over() && (page.state() == TaskState.ASKED || page.state() == TaskState.SILENT);
    }
  }

  /**
   * Makes the page of a supporter. One they had before does not open any more.
   *
   * @param language in which it is shown
   * @return what opens it; shown once, kept nowhere
   */
  public String make(UUID supporter, String language) {
    String token = SecretText.token();
    addresses.keep(Contact.onPage(supporter, token, language));
    return token;
  }

  /**
   * Lists what is asked of a supporter in the response that runs, or ended lately: what can still
   * be done first, who calls for help before the others, then by risk.
   *
   * @return empty when the token is unknown, or was taken back
   */
  public Optional<List<Asked>> find(String token) {
    return database.inTransaction(
        handle ->
            supporter(handle, token)
                .map(
                    supporter -> {
                      noteOpened(handle, supporter);
                      return list(handle, supporter);
                    }));
  }

  private Optional<UUID> supporter(Handle handle, String token) {
    return addresses.whoseIs(handle, Medium.WEB, AddressBook.opening(token)).stream()
        .map(Contact::subject)
        .findFirst();
  }

  private void noteOpened(Handle handle, UUID supporter) {
    handle
        .createUpdate(
            """
            update shelters.contact set opened_at = :now
            where mode = :mode and kind = 'SUPPORTER' and subject = :supporter and medium = 'WEB'
              and (opened_at is null or opened_at < :then)
            """)
        .bind("now", clock.instant())
        .bind("then", Timestamp.from(clock.instant().minus(BETWEEN_NOTES)))
        .bind("mode", mode)
        .bind("supporter", supporter)
        .execute();
  }

  /** Returns when the page of a supporter was last opened; empty when it never was. */
  static Optional<Instant> opened(Handle handle, Mode mode, UUID supporter) {
    return handle
        .createQuery(
            """
            select opened_at from shelters.contact
            where mode = :mode and kind = 'SUPPORTER' and subject = :supporter and medium = 'WEB'
              and opened_at is not null
            """)
        .bind("mode", mode)
        .bind("supporter", supporter)
        .mapTo(Instant.class)
        .findOne();
  }

  private List<Asked> list(Handle handle, UUID supporter) {
    return handle
        .createQuery(
            """
            select t.id, t.state, c.state as case_state, c.number, c.help_wanted, c.districts
            from shelters.support_task t join shelters.response_case c on c.id = t.case_id
            where t.supporter = :supporter and t.state not in ('PLANNED', 'ABSENT', 'NO_ADDRESS')
              and c.response = (select id from shelters.response
                                where mode = :mode and (ended_at is null or ended_at > :then)
                                order by started_at desc limit 1)
            order by case when c.state in ('SAFE', 'ENDED') or t.state in ('DONE', 'WITHDRAWN') then 2
                          when t.state = 'DECLINED' then 1 else 0 end,
              c.help_wanted desc, c.risk desc, c.opened_at, c.number
            """)
        .bind("supporter", supporter)
        .bind("mode", mode)
        .bind("then", Timestamp.from(clock.instant().minus(SHOWN_AFTER)))
        .map((row, _) -> asked(row))
        .list();
  }

  private static Asked asked(ResultSet row) throws SQLException {
    boolean over = !CaseState.valueOf(row.getString("case_state")).isNotYetSafe();
    return new Asked(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getBoolean("help_wanted") && !over,
        new Supporters(
            TaskState.valueOf(row.getString("state")),
            over,
            Arrays.stream((String[]) row.getArray("districts").getArray())
                .map(AreaCode::new)
                .toList()));
  }

  /**
   * Takes an answer.
   *
   * @return UNKNOWN when the token is, or the request is none that stands on its page
   */
  public Verdict say(String token, UUID task, SupporterAnswer answer) {
    return database.inTransaction(
        handle ->
            open(handle, token, task)
                .map(_ -> cases.supporter(handle, task, answer))
                .orElse(Verdict.UNKNOWN));
  }

  /**
   * Shows whom to help, by the same rules and with the same line in the log as an answer page.
   *
   * @param address the network address of the call
   */
  public Optional<Whom> whom(String token, UUID task, String address) {
    return answers.whom(handle -> open(handle, token, task), address);
  }

  /** What an answer page of the same request would open; empty when it is not on this page. */
  private Optional<Opened> open(Handle handle, String token, UUID task) {
    return supporter(handle, token)
        .filter(
            supporter ->
                list(handle, supporter).stream().anyMatch(asked -> asked.task().equals(task)))
        .map(_ -> new Opened(caseOf(handle, task), Optional.of(task)));
  }

  private static UUID caseOf(Handle handle, UUID task) {
    return handle
        .createQuery("select case_id from shelters.support_task where id = :task")
        .bind("task", task)
        .mapTo(UUID.class)
        .one();
  }
}
