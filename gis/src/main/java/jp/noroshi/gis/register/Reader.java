package jp.noroshi.gis.register;

/**
 * Who looks.
 *
 * @param account the account, as the chronology names it
 * @param standing as what
 * @param address from where: the network address of the call
 */
public record Reader(String account, Standing standing, String address) {

  /** As what somebody looks. The name is stored. */
  public enum Standing {
    /** 要支援者の担当. */
    WELFARE_STAFF,
    /** 当直: only while an emergency is declared. */
    DUTY_OFFICER,
    /** 避難支援等実施者: sees whom to help while asked to, and an emergency is declared. */
    SUPPORTER,
    /**
     * 避難所の受付: may be a neighbour with the tablet of the shelter, so whatever it sees is handed
     * over.
     */
    RECEPTION,
    /**
     * The hub itself, within the municipality: recognises on the register who checked in somewhere.
     */
    HUB
  }
}
