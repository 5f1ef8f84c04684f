package jp.noroshi.shelters.inquiry;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.register.SealedColumn;
import jp.noroshi.shelters.checkin.Evacuee;
import jp.noroshi.shelters.checkin.Evacuees;
import jp.noroshi.shelters.checkin.LookPurpose;
import org.jdbi.v3.core.Handle;

/**
 * Takes inquiries, says what may be answered and why, and writes the answers down. Whoever is
 * opened for one stands in the log of looks. Thread-safe, blocking.
 */
public final class Inquiries {

  /** What its ciphertexts are bound to, beside their row. */
  public static final String ROOM = "INQUIRY";

  /** Where it keeps ciphertexts, and whose they are. */
  public static final List<SealedColumn> SEALED =
      List.of(
          new SealedColumn("shelters.inquiry", "content", RoomCipher.owner(ROOM, "id")),
          new SealedColumn("shelters.inquiry_answer", "content", RoomCipher.owner(ROOM, "inquiry")),
          new SealedColumn("shelters.protected_person", "content", RoomCipher.owner(ROOM, "id")));

  private static final int MOST_CANDIDATES = 20;

  private final Database database;
  private final RoomCipher cipher;
  private final Evacuees evacuees;
  private final Protections protections;
  private final AnswerWords words;
  private final InstantSource clock;
  private final InquiryTable table = new InquiryTable();

  /**
   * Answers from what was checked in.
   *
   * @param shelterName names a shelter
   */
  public Inquiries(
      Database database,
      RoomCipher cipher,
      Evacuees evacuees,
      Function<UUID, String> shelterName,
      InstantSource clock) {
    this.database = database;
    this.cipher = cipher;
    this.evacuees = evacuees;
    this.words = new AnswerWords(shelterName);
    this.clock = clock;
    this.protections = new Protections(database, cipher, evacuees, clock);
  }

  /** Returns who is under protection. */
  public Protections protections() {
    return protections;
  }

  /** Takes an inquiry; it has a number from now on. */
  public Inquiry take(Relation relation, Proof proof, Inquiry.Content content, String account) {
    UUID id = UUID.randomUUID();
    return database.inTransaction(
        handle -> {
          table.insert(
              handle,
              new InquiryTable.Row(
                  id, clock.instant(), account, relation, proof, cipher.seal(id, content)));
          return table.one(handle, id);
        });
  }

  /** Lists inquiries, the newest first; nobody is opened. */
  public List<Inquiry> list(int limit) {
    return database.withHandle(handle -> table.list(handle, limit));
  }

  /** Somebody who may be the one, and what may be answered if so. */
  public record Candidate(Evacuee evacuee, Verdict verdict) {}

  /**
   * An inquiry as staff see it.
   *
   * @param candidates of that name; none once it is answered
   * @param more whether there are others of that name
   * @param answer the words, once it is answered
   */
  public record Opened(
      Inquiry inquiry,
      Inquiry.Content content,
      List<Candidate> candidates,
      boolean more,
      Optional<String> answer) {
    /** Copies the list. */
    public Opened {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Opens an inquiry, and everybody of the name that is asked for; each stands in the log.
   *
   * @throws InquiryRefusedException NOT_FOUND
   */
  public Opened open(UUID id, String account) {
    Inquiry inquiry = database.withHandle(handle -> table.one(handle, id));
    Inquiry.Content content = content(id);
    if (inquiry.answer().isPresent()) {
      return new Opened(inquiry, content, List.of(), false, Optional.of(answer(id)));
    }
    Evacuees.Found found =
        evacuees.find(
            new Evacuees.Question(
                content.kana().isBlank() ? content.name() : content.kana(),
                "",
                Optional.empty(),
                true),
            LookPurpose.INQUIRY,
            account,
            MOST_CANDIDATES);
    return new Opened(
        inquiry,
        content,
        database.withHandle(handle -> judged(handle, inquiry, found.evacuees())),
        found.more(),
        Optional.empty());
  }

  private List<Candidate> judged(Handle handle, Inquiry inquiry, List<Evacuee> people) {
    Set<UUID> hidden = protections.among(handle, people);
    return people.stream()
        .map(
            each ->
                new Candidate(
                    each,
                    Verdict.of(
                        inquiry.relation(),
                        inquiry.proof(),
                        each.householdCard().disclosure(),
                        hidden.contains(each.id()))))
        .toList();
  }

  private Inquiry.Content content(UUID id) {
    return cipher.open(
        id, database.withHandle(handle -> table.content(handle, id)), Inquiry.Content.class);
  }

  private record Said(String words, List<Reason> reasons) {}

  private String answer(UUID id) {
    return cipher
        .open(id, database.withHandle(handle -> table.answer(handle, id)), Said.class)
        .words();
  }

  /**
   * Answers, once. What may be answered is decided anew from what is known now.
   *
   * @param evacuee the one who is asked after; empty = nobody of those found
   * @param scope how much shall be said; at most what may be
   * @return the words to say
   * @throws InquiryRefusedException NOT_FOUND, ALREADY_ANSWERED, BEYOND_SCOPE
   */
  public String answer(UUID id, Optional<UUID> evacuee, Scope scope, String account) {
    return database.inTransaction(
        handle -> {
          Inquiry inquiry = table.one(handle, id);
          Optional<Candidate> sought =
              judged(
                      handle,
                      inquiry,
                      evacuees.open(
                          handle, evacuee.stream().toList(), LookPurpose.INQUIRY, account))
                  .stream()
                  .findFirst();
          if (scope.compareTo(sought.map(each -> each.verdict().widest()).orElse(Scope.NOTHING))
              > 0) {
            throw new InquiryRefusedException(InquiryRefusal.BEYOND_SCOPE);
          }
          Said said =
              new Said(
                  words.say(scope, sought.map(Candidate::evacuee)),
                  sought.map(each -> each.verdict().reasons()).orElse(List.of()));
          table.insertAnswer(
              handle,
              new InquiryTable.AnswerRow(
                  id,
                  clock.instant(),
                  account,
                  sought.map(each -> each.evacuee().id()),
                  scope,
                  cipher.seal(id, said)));
          return said.words();
        });
  }
}
