package jp.noroshi.opsconsole.page;

/** What the residents' page needs to know. */
@FunctionalInterface
public interface ResidentsView {

  /**
   * Looks at everything at once. Blocking.
   *
   * @throws RuntimeException when it cannot be known now; the page then says so
   */
  ResidentsSnapshot look();
}
