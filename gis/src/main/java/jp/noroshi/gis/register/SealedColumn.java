package jp.noroshi.gis.register;

/**
 * A column that holds ciphertexts, for work on all of them.
 *
 * @param table {@code gis.person}, …
 * @param column its name
 * @param owner SQL over the row {@code t} that says to whom and to which group a ciphertext
 *     belongs, as it was sealed
 * @param atOnce how many rows are held in memory at once: few where a row is a whole file
 */
public record SealedColumn(String table, String column, String owner, int atOnce) {

  private static final int ROWS = 500;

  /** A column of a field group, with so little in each row that hundreds are held at once. */
  public SealedColumn(String table, String column, String owner) {
    this(table, column, owner, ROWS);
  }

  /** Returns it as it is called in messages. */
  public String name() {
    return table + "." + column;
  }
}
