package jp.noroshi.gis.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.noroshi.core.storage.Json;
import org.jdbi.v3.core.Handle;

/** What stands of a kind whose entries are kept as they came in. */
public final class StandingEntries {

  private StandingEntries() {}

  /**
   * Reads entries by key.
   *
   * @param query selects {@code key} and {@code entry} of the lists in the array {@code :dataSets}
   */
  public static Map<String, JsonNode> read(Handle handle, String query, Set<String> dataSets) {
    Map<String, JsonNode> standing = new HashMap<>();
    handle
        .createQuery(query)
        .bindArray("dataSets", String.class, List.copyOf(dataSets))
        .map(
            (row, _) ->
                standing.put(
                    row.getString("key"), Json.read(row.getString("entry"), JsonNode.class)))
        .list();
    return standing;
  }
}
