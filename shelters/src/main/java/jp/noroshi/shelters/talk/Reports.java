package jp.noroshi.shelters.talk;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Kana;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.Recognition;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.register.SealedColumn;
import jp.noroshi.shelters.response.CaseAnswers;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.talk.AddressBook.Contact;
import jp.noroshi.shelters.talk.Report.Position;
import jp.noroshi.shelters.talk.Report.Said;
import org.jdbi.v3.core.Handle;

/**
 * What residents report of themselves: that they are safe, or that they need help. The same from
 * the same is one report. A person of the register who is called up is answered for by it, with the
 * strength of their own word, when their own account sent it; a call for help always is.
 * Thread-safe, blocking.
 */
public final class Reports {

  /** The name under which what is personal is sealed. */
  public static final String ROOM = "REPORT";

  /** Where it keeps ciphertexts, and whose they are. */
  public static final List<SealedColumn> SEALED =
      List.of(new SealedColumn("shelters.report", "content", RoomCipher.owner(ROOM, "id")));

  private final Parts parts;
  private final ReportTable table;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * What it stands on.
   *
   * @param cipher of the room {@link #ROOM}
   */
  record Parts(
      Database database,
      RoomCipher cipher,
      Recognition recognition,
      AddressBook addresses,
      CaseAnswers answers,
      TalkTokens talks,
      Mode mode,
      InstantSource clock) {}

  Reports(Parts parts) {
    this.parts = parts;
    this.table = new ReportTable(parts.cipher(), parts.mode());
  }

  /**
   * Takes a report from the page.
   *
   * @param birth for recognising somebody on the register; not kept
   * @param talk the token of a talk on LINE the page was opened from
   * @throws IllegalArgumentException when a text is too long
   * @throws jp.noroshi.gis.register.RegisterRefusedException LOCKED
   */
  public Report fromPage(
      PersonAnswer kind, Said said, Optional<LocalDate> birth, Optional<String> talk) {
    if (!said.fits()) {
      throw new IllegalArgumentException("too long");
    }
    return parts
        .database()
        .inTransaction(
            handle -> {
              Optional<String> user = talk.flatMap(token -> parts.talks().find(handle, token));
              Optional<PersonId> person =
                  user.flatMap(each -> personOf(handle, each))
                      .or(() -> recognise(handle, said, birth));
              String sender =
                  user.map(Reports::lineSender)
                      .orElseGet(
                          () ->
                              "page/" + Kana.plain(said.kana()) + "/" + Kana.digits(said.phone()));
              boolean vouched = user.flatMap(each -> personOf(handle, each)).isPresent();
              return take(handle, new Taken(kind, Report.Via.WEB, sender, person, vouched, said));
            });
  }

  /** Takes a word typed on LINE, in the caller's transaction. */
  Report fromLine(Handle handle, String user, PersonAnswer kind) {
    return take(
        handle,
        new Taken(
            kind, Report.Via.LINE, lineSender(user), personOf(handle, user), true, Said.NOTHING));
  }

  /**
   * Adds where somebody is to what they reported in the talk on LINE and nobody has handled yet.
   *
   * @param address of the place in words; may be blank
   * @return whether there was such a report
   */
  boolean locate(Handle handle, String user, Position position, String address) {
    boolean found = table.locate(handle, lineSender(user), position, address);
    if (found) {
      handle.afterCommit(() -> listeners.forEach(Runnable::run));
    }
    return found;
  }

  private static String lineSender(String user) {
    return "line/" + user;
  }

  private Optional<PersonId> personOf(Handle handle, String user) {
    return parts.addresses().whoseIs(handle, Medium.LINE, user).stream()
        .filter(contact -> contact.kind() == ContactKind.PERSON)
        .map(Contact::subject)
        .map(PersonId::new)
        .findFirst();
  }

  private Optional<PersonId> recognise(Handle handle, Said said, Optional<LocalDate> birth) {
    return birth.flatMap(date -> parts.recognition().recognise(handle, said.kana(), date));
  }

  /**
   * What came in, and from whom.
   *
   * @param vouched whether the account it came from is linked to the person
   */
  record Taken(
      PersonAnswer kind,
      Report.Via via,
      String sender,
      Optional<PersonId> person,
      boolean vouched,
      Said said) {

    /**
     * A name and a birth date can be typed by anybody: they call for help, but make nobody safe.
     */
    boolean counts() {
      return vouched || kind == PersonAnswer.HELP;
    }
  }

  private Report take(Handle handle, Taken taken) {
    Optional<UUID> joined =
        taken.person().flatMap(person -> parts.answers().findCase(handle, person));
    joined
        .filter(_ -> taken.counts())
        .ifPresent(caseId -> parts.answers().person(handle, caseId, taken.kind()));
    Report report = table.write(handle, taken, joined, parts.clock().instant());
    handle.afterCommit(() -> listeners.forEach(Runnable::run));
    return report;
  }

  /**
   * Lists reports, those who want help first, the newest first.
   *
   * @param kind empty = both
   * @param open only those staff have to look after: calls for help, and words that somebody called
   *     up is safe which nobody vouches for, until they are handled
   */
  public List<Report> list(Optional<PersonAnswer> kind, boolean open, int most) {
    return parts.database().withHandle(handle -> table.list(handle, kind, open, most));
  }

  /**
   * How many there are.
   *
   * @param open how many staff have to look after
   */
  public record Figures(int safe, int help, int open) {}

  /** Counts. */
  public Figures count() {
    return parts.database().withHandle(table::count);
  }

  /**
   * Marks a report as handled.
   *
   * @param outcome what was done, in a few words without names
   * @return empty when there is none
   */
  public Optional<Report> handle(UUID id, String outcome, String by) {
    Optional<Report> handled =
        parts
            .database()
            .inTransaction(
                handle -> {
                  table.handle(handle, id, outcome, by, parts.clock().instant());
                  return table.find(handle, id);
                });
    if (handled.isPresent()) {
      listeners.forEach(Runnable::run);
    }
    return handled;
  }

  /** Calls the listener after a report came or was handled on this hub; it must be quick. */
  public void onChanged(Runnable listener) {
    listeners.add(listener);
  }
}
