package jp.noroshi.shelters.checkin;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.noroshi.gis.register.Kana;
import jp.noroshi.gis.register.RoomCipher;
import org.jdbi.v3.core.Handle;

/**
 * The blind indexes under which cards are found: beginnings of names as written and as read, and
 * districts. Thread-safe.
 */
final class SearchMarks {

  private static final int SHORTEST = 1;
  private static final int LONGEST = 8;
  private static final String NAME = "CARD_NAME";
  private static final String DISTRICT = "CARD_DISTRICT";

  private final RoomCipher cipher;

  SearchMarks(RoomCipher cipher) {
    this.cipher = cipher;
  }

  /**
   * A record and a mark under which it is found.
   *
   * @param record an evacuee, or a household
   */
  record Mark(UUID record, String mark) {}

  /** Returns the marks of a card; none for what is no card. */
  List<Mark> of(Fact fact) {
    return switch (fact) {
      case Fact.EvacueeWritten written ->
          List.of(written.card().name(), written.card().kana()).stream()
              .flatMap(name -> beginnings(name).stream())
              .distinct()
              .map(beginning -> new Mark(written.evacuee(), cipher.mark(NAME, beginning)))
              .toList();
      case Fact.HouseholdWritten written ->
          List.of(written.card().district(), written.card().community()).stream()
              .map(Kana::plain)
              .filter(words -> !words.isEmpty())
              .distinct()
              .map(words -> new Mark(written.household(), cipher.mark(DISTRICT, words)))
              .toList();
      case Fact.Left _, Sign.Plain _ -> List.of();
    };
  }

  private static List<String> beginnings(String name) {
    String plain = Kana.plain(name);
    return IntStream.rangeClosed(SHORTEST, Math.min(LONGEST, plain.length()))
        .mapToObj(length -> plain.substring(0, length))
        .toList();
  }

  /** Writes down under what some cards are found. */
  static void write(Handle handle, List<Mark> marks) {
    if (marks.isEmpty()) {
      return;
    }
    List<UUID> records = new ArrayList<>();
    List<String> words = new ArrayList<>();
    marks.forEach(
        each -> {
          records.add(each.record());
          words.add(each.mark());
        });
    handle
        .createUpdate(
            """
            insert into shelters.card_mark (mark, record)
            select mark, record from unnest(:marks, :records) as new(mark, record)
            on conflict do nothing
            """)
        .bindArray("marks", String.class, words)
        .bindArray("records", UUID.class, records)
        .execute();
  }

  /** Finds the evacuees whose name, written or read, begins like that. */
  List<UUID> findByName(Handle handle, String words) {
    String plain = Kana.plain(words);
    return find(handle, cipher.mark(NAME, plain.substring(0, Math.min(LONGEST, plain.length()))));
  }

  /** Finds the households of a district or a neighbourhood association. */
  List<UUID> findByDistrict(Handle handle, String district) {
    return find(handle, cipher.mark(DISTRICT, Kana.plain(district)));
  }

  private static List<UUID> find(Handle handle, String mark) {
    return handle
        .createQuery("select record from shelters.card_mark where mark = :mark")
        .bind("mark", mark)
        .mapTo(UUID.class)
        .list();
  }
}
