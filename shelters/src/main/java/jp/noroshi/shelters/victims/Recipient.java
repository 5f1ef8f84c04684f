package jp.noroshi.shelters.victims;

/** Who gets it, and with that by which provision. The name is stored. */
public enum Recipient {
  /** 庁内: the city's own ledger. */
  OWN_LEDGER("90条の3第1項", true),
  /** 庁内の他の部署: inside the city, as far as help needs it. */
  OWN_OFFICE("90条の4第1項第2号", true),
  /** 他の地方公共団体, as far as its help needs it. */
  OTHER_GOVERNMENT("90条の4第1項第3号", true),
  /** その他: statistics only, nobody can be told from another. */
  OTHER("統計（個人を識別できない）", false);

  private final String basis;
  private final boolean mayHaveNames;

  Recipient(String basis, boolean mayHaveNames) {
    this.basis = basis;
    this.mayHaveNames = mayHaveNames;
  }

  /** Returns the provision of 災害対策基本法 names are handed over by. */
  public String basis() {
    return basis;
  }

  /** Tells whether the law lets them have names. */
  public boolean mayHaveNames() {
    return mayHaveNames;
  }
}
