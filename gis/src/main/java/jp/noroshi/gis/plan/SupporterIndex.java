package jp.noroshi.gis.plan;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.register.RegisterRefusedException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Finds supporters by what is sealed, without opening anybody: by beginnings of the name, or the
 * whole telephone.
 */
record SupporterIndex(FieldCipher cipher) {

  /** A single letter would be everybody. */
  private static final int SHORTEST = 2;

  /** Names and telephones as people write them come to one spelling. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\-‐－]", "")
        .toLowerCase(Locale.ROOT);
  }

  void write(Handle handle, Supporter supporter) {
    handle.execute("delete from gis.supporter_index where supporter = ?", supporter.id());
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into gis.supporter_index (supporter, token) values (:supporter, :token)");
    for (String value : values(supporter)) {
      batch.bind("supporter", supporter.id()).bind("token", token(value)).add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private static Set<String> values(Supporter supporter) {
    Set<String> values = new HashSet<>();
    String name = plain(supporter.name());
    for (int end = SHORTEST; end <= name.length(); end++) {
      values.add(name.substring(0, end));
    }
    supporter
        .phone()
        .map(SupporterIndex::plain)
        .filter(phone -> phone.length() >= SHORTEST)
        .ifPresent(values::add);
    return values;
  }

  /**
   * Finds those whose name begins like this, or whose telephone it is.
   *
   * @throws RegisterRefusedException SEARCH_TOO_SHORT
   */
  List<UUID> find(Handle handle, String words, int most) {
    String wanted = plain(words);
    if (wanted.length() < SHORTEST) {
      throw new RegisterRefusedException(RegisterRefusal.SEARCH_TOO_SHORT);
    }
    return handle
        .createQuery(
            """
            select i.supporter from gis.supporter_index i join gis.supporter s on s.id = i.supporter
            where i.token = :token order by s.gone, i.supporter limit :most
            """)
        .bind("token", token(wanted))
        .bind("most", most)
        .mapTo(UUID.class)
        .list();
  }

  private byte[] token(String value) {
    return cipher.blindIndex("SUPPORTER", value);
  }
}
