package jp.noroshi.core.audience;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Who asked to be told, on one mode: a drill has subscribers of its own. Thread-safe, blocking.
 * Large audiences are read as streams, never kept in memory.
 */
public final class Subscribers {

  private static final int FETCH_SIZE = 5_000;

  /** Those an audience means; without districts of their own they belong everywhere. */
  private static final String MEANT =
      """
      from core.subscriber
      where mode = :mode and medium = :medium
        and (:everyone or areas = '{}' or areas && cast(:areas as text[]))
      """;

  private final Database database;
  private final MunicipalitySettings municipality;
  private final Mode mode;
  private final InstantSource clock;

  /** Keeps the subscribers of one mode. */
  public Subscribers(
      Database database, MunicipalitySettings municipality, Mode mode, InstantSource clock) {
    this.database = database;
    this.municipality = municipality;
    this.mode = mode;
    this.clock = clock;
  }

  /** Registers, or replaces the choice of who was registered with this address. */
  public void register(Subscriber subscriber) {
    registerAll(List.of(subscriber));
  }

  /** Registers many in one transaction. */
  public void registerAll(Collection<Subscriber> subscribers) {
    Instant now = clock.instant();
    database.useTransaction(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  insert into core.subscriber (mode, medium, address, areas, language, registered_at)
                  values (:mode, :medium, :address, :areas, :language, :at)
                  on conflict (mode, medium, address) do update
                    set areas = excluded.areas, language = excluded.language,
                        registered_at = excluded.registered_at
                  """);
          for (Subscriber subscriber : subscribers) {
            batch
                .bind("mode", mode)
                .bind("medium", subscriber.medium())
                .bind("address", subscriber.address())
                .bindArray("areas", String.class, chosen(subscriber.areas()))
                .bind("language", subscriber.language())
                .bind("at", now)
                .add();
          }
          batch.execute();
        });
  }

  /** Registers somebody whose address is not known; a choice they made before stays. */
  public void registerIfNew(Handle handle, Subscriber subscriber) {
    handle
        .createUpdate(
            """
            insert into core.subscriber (mode, medium, address, areas, language, registered_at)
            values (:mode, :medium, :address, :areas, :language, :at) on conflict do nothing
            """)
        .bind("mode", mode)
        .bind("medium", subscriber.medium())
        .bind("address", subscriber.address())
        .bindArray("areas", String.class, chosen(subscriber.areas()))
        .bind("language", subscriber.language())
        .bind("at", clock.instant())
        .execute();
  }

  /**
   * Forgets an address.
   *
   * @return whether it was known
   */
  public boolean remove(Medium medium, String address) {
    return database.withHandle(handle -> remove(handle, medium, address));
  }

  /** Forgets an address in a transaction of the caller. */
  public boolean remove(Handle handle, Medium medium, String address) {
    return handle
            .createUpdate(
                """
                delete from core.subscriber
                where mode = :mode and medium = :medium and address = :address
                """)
            .bind("mode", mode)
            .bind("medium", medium)
            .bind("address", address)
            .execute()
        > 0;
  }

  /** Counts whom a dispatch would reach on each of the media. */
  public List<AudienceCount> count(Audience audience, Collection<Medium> media) {
    return database.withHandle(
        handle ->
            media.stream()
                .sorted()
                .map(
                    medium ->
                        new AudienceCount(
                            medium, isWhole(medium, audience), count(handle, audience, medium)))
                .toList());
  }

  /**
   * Tells whether a medium is told as a whole: the page and the radio always, LINE where everyone
   * is meant (its broadcast also reaches friends we have no id of).
   */
  public static boolean isWhole(Medium medium, Audience audience) {
    return switch (medium) {
      case WEB, RADIO -> true;
      case LINE -> audience instanceof Audience.Everyone;
      case FCM, VOICE -> false;
    };
  }

  /** Counts the subscribers on file that are meant. */
  public int count(Handle handle, Audience audience, Medium medium) {
    return meant(handle.createQuery("select count(*) " + MEANT), audience, medium)
        .mapTo(Integer.class)
        .one();
  }

  /** Counts them by the language they are told in. */
  public Map<String, Integer> countByLanguage(
      Handle handle, Audience audience, Medium medium, Set<String> languages) {
    Map<String, Integer> counts = new TreeMap<>();
    meant(
            handle.createQuery(
                "select language, count(*) as people " + MEANT + " group by language"),
            audience,
            medium)
        .map((row, _) -> Map.entry(row.getString("language"), row.getInt("people")))
        .forEach(
            each -> counts.merge(toldIn(each.getKey(), languages), each.getValue(), Integer::sum));
    return counts;
  }

  /**
   * Streams the addresses of those who are told in a language; who reads none of the languages
   * there are texts in is told in the main one. Close the stream; it reads through the caller's
   * transaction.
   *
   * @param language in which they are told
   * @param languages all languages there are texts in
   */
  public Stream<String> streamAddresses(
      Handle handle, Audience audience, Medium medium, String language, Set<String> languages) {
    boolean isMain = language.equals(municipality.mainLanguage());
    return meant(
        handle.createQuery(
            "select address "
                + MEANT
                + " and (language = :language or (:isMain and not language = any(cast(:languages as text[]))))"
                + " order by id"),
        audience,
        medium)
        .bind("language", language)
        .bind("isMain", isMain)
        .bindArray("languages", String.class, List.copyOf(languages))
        .setFetchSize(FETCH_SIZE)
        .mapTo(String.class)
        .stream();
  }

  private String toldIn(String language, Set<String> languages) {
    return languages.contains(language) ? language : municipality.mainLanguage();
  }

  private <S extends SqlStatement<S>> S meant(S statement, Audience audience, Medium medium) {
    List<String> areas =
        switch (audience) {
          case Audience.Everyone _ -> List.of();
          case Audience.InAreas inAreas -> chosen(inAreas.areas());
        };
    return statement
        .bind("mode", mode)
        .bind("medium", medium)
        .bind("everyone", areas.isEmpty())
        .bindArray("areas", String.class, areas);
  }

  /** Districts; none where the municipality as a whole is among them. */
  private List<String> chosen(List<AreaCode> areas) {
    boolean whole = areas.contains(municipality.code()) || areas.contains(municipality.jmaCode());
    return whole ? List.of() : areas.stream().map(AreaCode::value).distinct().sorted().toList();
  }
}
