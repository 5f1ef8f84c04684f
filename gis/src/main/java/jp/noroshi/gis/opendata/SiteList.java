package jp.noroshi.gis.opendata;

import java.util.List;
import java.util.Optional;
import jp.noroshi.gis.file.table.TextEncoding;
import jp.noroshi.gis.imports.Doubt;
import jp.noroshi.gis.site.SiteEntry;

/**
 * A list of sites as it was read.
 *
 * @param form by what it was recognised
 * @param encoding how its text was written
 * @param rows as many as the file has
 */
public record SiteList(Form form, TextEncoding encoding, List<Row> rows) {

  /** Whose form a list has. */
  public enum Form {
    /** 国土地理院 指定緊急避難場所・指定避難所データ: it has 共通ID. */
    GSI,
    /** 自治体標準オープンデータセット, since 2023: it has 所在地_連結表記. */
    STANDARD,
    /** 推奨データセット, 2017–2022. */
    RECOMMENDED,
    /** An office's own. */
    OWN
  }

  /** Copies the list. */
  public SiteList {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param number 1 = the first
   * @param label its name, or what stands in its place
   * @param entry what it says; empty where it is refused
   * @param doubts what is odd, or why it is refused
   */
  public record Row(int number, String label, Optional<SiteEntry> entry, List<Doubt> doubts) {
    /** Copies the list. */
    public Row {
      doubts = List.copyOf(doubts);
    }
  }

  /** Returns what the rows say that are taken over. */
  public List<SiteEntry> entries() {
    return rows.stream().flatMap(row -> row.entry().stream()).toList();
  }
}
