package jp.noroshi.shelters.talk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.delivery.LastLetter;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.talk.AddressBook.Contact;
import org.jdbi.v3.core.Handle;

/**
 * The address book as staff see it: how somebody is reached and whether it works, never the address
 * itself. Thread-safe, blocking.
 */
public final class ContactDesk {

  private final Database database;
  private final AddressBook book;
  private final GoneContacts gone;
  private final TalkMessages messages;
  private final Mode mode;
  private final InstantSource clock;

  ContactDesk(
      Database database,
      AddressBook book,
      GoneContacts gone,
      TalkMessages messages,
      Mode mode,
      InstantSource clock) {
    this.database = database;
    this.book = book;
    this.gone = gone;
    this.messages = messages;
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * One way to reach somebody.
   *
   * @param language in which they are written to
   * @param last what became of the last message to them; empty = they were never written to
   * @param opened when their page was last opened; empty = never, or it is no page
   */
  public record Way(
      Medium medium, String language, Optional<LastLetter> last, Optional<Instant> opened) {}

  /** Lists the ways to reach somebody; none = they have to be called. */
  public List<Way> list(ContactKind kind, UUID subject) {
    return database.withHandle(
        handle ->
            book.find(handle, kind, List.of(subject)).stream()
                .map(contact -> way(handle, contact))
                .toList());
  }

  /** Lists the ways by which somebody was reached until the medium did not know them any more. */
  public List<GoneContacts.Lost> lost(ContactKind kind, UUID subject) {
    return database.withHandle(handle -> gone.list(handle, kind, subject));
  }

  private Way way(Handle handle, Contact contact) {
    AddressBook.Address to = contact.address();
    return new Way(
        to.medium(),
        to.language(),
        LastLetter.find(handle, mode, to.medium(), to.value()),
        contact.isWrittenTo()
            ? Optional.empty()
            : SupporterPages.opened(handle, mode, contact.subject()));
  }

  /**
   * Writes to somebody that this is a trial, on every medium that is written to.
   *
   * @return whether there was one
   */
  public boolean tryOut(ContactKind kind, UUID subject) {
    return database.inTransaction(
        handle -> {
          List<Contact> contacts =
              book.find(handle, kind, List.of(subject)).stream()
                  .filter(Contact::isWrittenTo)
                  .toList();
          contacts.forEach(
              contact ->
                  messages.notice(
                      handle,
                      TalkPartner.spokenToFirst(contact.address()),
                      "trial",
                      Optional.empty()));
          return !contacts.isEmpty();
        });
  }

  /**
   * Lets somebody be telephoned from now on, under the number that stands in the register or with
   * the supporter at that moment.
   *
   * @param kind a supporter or a person; facilities are telephoned under the number of their list
   *     anyway
   * @param language in which they are spoken to
   */
  public void byTelephone(ContactKind kind, UUID subject, String language) {
    book.keep(Contact.byTelephone(kind, subject, language));
  }

  /** Forgets the ways to reach somebody on a medium, as they wish. */
  public void forget(ContactKind kind, UUID subject, Medium medium) {
    database.useTransaction(handle -> book.forget(handle, kind, subject, medium));
  }

  /**
   * A code that links the next LINE account that sends it.
   *
   * @param code shown once, kept nowhere
   */
  public record LinkCode(String code, Instant expiresAt) {
    /** Hides the code. */
    @Override
    public String toString() {
      return "LinkCode[…]";
    }
  }

  /** Makes a code for somebody; those made for them before do not work any more. */
  public LinkCode code(ContactKind kind, UUID subject, String by) {
    return new LinkCode(book.code(kind, subject, by), clock.instant().plus(AddressBook.CODE_LASTS));
  }
}
