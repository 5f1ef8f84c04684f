package jp.noroshi.gis.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Finds persons by blind indexes and by what is in the clear. Opens nothing. */
final class PersonSearch {

  private final FieldCipher cipher;

  PersonSearch(FieldCipher cipher) {
    this.cipher = cipher;
  }

  /** Returns the persons found, in an order that says nothing about them. */
  List<PersonId> find(Handle handle, Search search, int limit) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    search
        .reference()
        .ifPresent(
            text -> {
              conditions.add("reference = :reference");
              values.put("reference", cipher.index("REFERENCE", Kana.reference(text)));
            });
    search.kana().ifPresent(text -> token(conditions, values, "KANA", Kana.beginning(text)));
    search.birthDate().ifPresent(day -> token(conditions, values, "BIRTH", day.toString()));
    search.phone().ifPresent(text -> token(conditions, values, "PHONE", Kana.digits(text)));
    search
        .district()
        .map(AreaCode::value)
        .ifPresent(
            code -> {
              conditions.add("district = :district");
              values.put("district", code);
            });
    search
        .state()
        .ifPresent(
            state -> {
              conditions.add("state = :state");
              values.put("state", state);
            });
    Query query =
        handle.createQuery(
            "select id from gis.person where "
                + String.join(" and ", conditions)
                + " order by id limit :limit");
    values.forEach(query::bind);
    return query.bind("limit", limit).mapTo(UUID.class).map(PersonId::new).list();
  }

  private void token(
      List<String> conditions, Map<String, Object> values, String kind, String value) {
    conditions.add(
        "id in (select person from gis.person_index where kind = '%1$s' and token = :%1$s)"
            .formatted(kind));
    values.put(kind, cipher.index(kind, value));
  }
}
