package jp.noroshi.shelters.checkin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Kana;
import jp.noroshi.gis.register.RoomCipher;
import org.jdbi.v3.core.Handle;

/**
 * What households wrote beforehand: kept sealed, found by its code or by the beginning of a name,
 * and forgotten by itself. Every look is logged. Thread-safe, blocking.
 */
public final class Preregistrations {

  /** People move and families change: who still needs it after a year writes it again. */
  private static final Duration KEPT_FOR = Duration.ofDays(365);

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CODE_LENGTH = 10;
  private static final Pattern CODE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{10}");
  private static final int SHORTEST = 2;
  private static final int LONGEST = 12;
  private static final int MOST_FOUND = 20;
  private static final int MOST_PEOPLE = 12;

  private final Database database;
  private final RoomCipher cipher;
  private final CardLooks looks;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Preregistrations(Checkin.Parts parts) {
    this.database = parts.database();
    this.cipher = parts.cipher();
    this.looks = new CardLooks(parts.clock());
    this.clock = parts.clock();
  }

  private record Content(HouseholdCard household, List<PersonCard> people) {}

  /**
   * Keeps what a household wrote.
   *
   * @return with the code to show
   * @throws IllegalArgumentException when a text is too long or there is nobody or a crowd in it
   * @throws jp.noroshi.gis.register.RegisterRefusedException LOCKED
   */
  public Preregistration write(HouseholdCard household, List<PersonCard> people) {
    boolean fits =
        !people.isEmpty()
            && people.size() <= MOST_PEOPLE
            && EventRules.fits(household)
            && people.stream().allMatch(EventRules::fits);
    if (!fits) {
      throw new IllegalArgumentException("too long, or nobody or a crowd in it");
    }
    Preregistration written = new Preregistration(randomCode(), household, people);
    database.useTransaction(
        handle -> {
          handle.execute(
              "delete from shelters.preregistration where expires_at < ?", clock.instant());
          insert(handle, written);
        });
    return written;
  }

  private void insert(Handle handle, Preregistration written) {
    handle
        .createUpdate(
            """
            insert into shelters.preregistration (code, owner, content, written_at, expires_at)
            values (:code, :owner, :content, :now, :expires)
            """)
        .bind("code", written.code())
        .bind("owner", owner(written.code()))
        .bind(
            "content",
            cipher.seal(owner(written.code()), new Content(written.household(), written.people())))
        .bind("now", clock.instant())
        .bind("expires", clock.instant().plus(KEPT_FOR))
        .execute();
    Set<String> tokens = new LinkedHashSet<>();
    written.people().forEach(person -> tokens.addAll(beginnings(person.kana())));
    handle
        .createUpdate(
            "insert into shelters.preregistration_index (code, token) select :code, unnest(:tokens)")
        .bind("code", written.code())
        .bindArray("tokens", String.class, List.copyOf(tokens))
        .execute();
  }

  private List<String> beginnings(String kana) {
    String plain = Kana.plain(kana);
    return IntStream.rangeClosed(SHORTEST, Math.min(LONGEST, plain.length()))
        .mapToObj(length -> token(plain.substring(0, length)))
        .toList();
  }

  private String token(String beginning) {
    return cipher.mark("PREREGISTERED", beginning);
  }

  /**
   * Finds by a code, or by the beginning of a name in kana, two letters and more. The look is
   * logged.
   *
   * @return at most twenty, in an order that says nothing
   */
  public List<Preregistration> find(String words, String account) {
    Optional<String> code = codeIn(words);
    String plain = Kana.plain(words);
    if (code.isEmpty() && plain.length() < SHORTEST) {
      return List.of();
    }
    String token = token(plain.substring(0, Math.min(LONGEST, plain.length())));
    return database.inTransaction(
        handle ->
            open(
                handle,
                account,
                handle
                    .createQuery(
                        """
                        select p.code, p.content from shelters.preregistration p
                        where p.expires_at >= :now
                          and (p.code = :code
                               or exists (select 1 from shelters.preregistration_index i
                                          where i.code = p.code and i.token = :token))
                        order by p.code limit :most
                        """)
                    .bind("now", clock.instant())
                    .bind("code", code.orElse(""))
                    .bind("token", token)
                    .bind("most", MOST_FOUND)
                    .map((row, _) -> new Row(row.getString("code"), row.getBytes("content")))
                    .list()));
  }

  /** Finds the one behind a code. The look is logged. */
  public Optional<Preregistration> findByCode(String code, String account) {
    return codeIn(code).flatMap(valid -> find(valid, account).stream().findFirst());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(String code, byte[] content) {}

  private List<Preregistration> open(Handle handle, String account, List<Row> rows) {
    looks.note(
        handle,
        account,
        LookPurpose.CHECK_IN,
        Optional.empty(),
        rows.stream().map(row -> owner(row.code())).toList());
    return rows.stream()
        .map(
            row -> {
              Content content = cipher.open(owner(row.code()), row.content(), Content.class);
              return new Preregistration(row.code(), content.household(), content.people());
            })
        .toList();
  }

  /** Crockford's base 32 forgives letters that look like digits. */
  private static Optional<String> codeIn(String words) {
    String code =
        words
            .strip()
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return CODE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
  }

  private static UUID owner(String code) {
    return UUID.nameUUIDFromBytes(("NRS1:" + code).getBytes(StandardCharsets.UTF_8));
  }

  private String randomCode() {
    return codes(random, 1).getFirst();
  }

  /** Returns new codes, for paper forms too: nothing is kept of them until somebody reads one. */
  public List<String> newCodes(int count) {
    return codes(random, count);
  }

  private static List<String> codes(SecureRandom random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            _ ->
                random
                    .ints(CODE_LENGTH, 0, CROCKFORD.length())
                    .collect(
                        StringBuilder::new,
                        (code, at) -> code.append(CROCKFORD.charAt(at)),
                        StringBuilder::append)
                    .toString())
        .toList();
  }
}
