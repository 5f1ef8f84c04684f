package jp.noroshi.gis.opendata;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;
import jp.noroshi.gis.opendata.SiteListWriter.Columns;
import jp.noroshi.gis.site.SiteEntry;
import jp.noroshi.gis.site.Sites;

/**
 * The evacuation sites as open data: the columns of the standard and nothing an office keeps beside
 * them. Thread-safe, blocking.
 */
public final class PublishedSites {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private static final String SOURCES =
      """
      select distinct on (data_sets) file_name, description, decided_at
      from gis.import where kind = 'SITES' and state = 'APPROVED'
      order by data_sets, decided_at desc
      """;

  private final Database database;
  private final Sites sites;

  /** Publishes the sites of a database. */
  public PublishedSites(Database database, Sites sites) {
    this.database = database;
    this.sites = sites;
  }

  /**
   * A list the sites come from, as it was taken over last.
   *
   * @param source who made it; empty text where nobody said
   * @param edition the day of its data, else the time it was taken over
   * @param licence under which it may be used; empty text where nobody said
   */
  public record Source(String fileName, String source, String edition, String licence) {}

  /**
   * What is published.
   *
   * @param csv UTF-8 with a byte order mark
   * @param geoJson with source, edition and licence beside the features
   * @param lines how many lines there are
   */
  public record Publication(String csv, String geoJson, int lines, List<Source> sources) {
    /** Copies the list. */
    public Publication {
      sources = List.copyOf(sources);
    }
  }

  /** Writes what stands now. */
  public Publication publish() {
    List<SiteEntry> lines = sites.lines();
    List<Source> sources = sources();
    return new Publication(
        SiteListWriter.csv(lines, Columns.PUBLIC),
        SiteListWriter.geoJson(
            lines,
            Columns.PUBLIC,
            joined(sources, Source::source),
            joined(sources, Source::edition),
            joined(sources, Source::licence)),
        lines.size(),
        sources);
  }

  private static String joined(List<Source> sources, Function<Source, String> fact) {
    return sources.stream()
        .map(fact)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining("、"));
  }

  private List<Source> sources() {
    return database.withHandle(
        handle -> handle.createQuery(SOURCES).map((row, _) -> source(row)).list());
  }

  private static Source source(ResultSet row) throws SQLException {
    JsonNode said = Json.read(row.getString("description"), JsonNode.class);
    Instant decided = row.getTimestamp("decided_at").toInstant();
    return new Source(
        row.getString("file_name"),
        said.path("source").asText(""),
        said.path("edition").asText(decided.atZone(JAPAN).toLocalDate().toString()),
        said.path("licence").asText(""));
  }
}
