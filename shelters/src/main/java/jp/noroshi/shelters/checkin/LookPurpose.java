package jp.noroshi.shelters.checkin;

/** What cards of evacuees are opened for. The name is stored. */
public enum LookPurpose {
  /** 受付: the tablets of the shelter. */
  CHECK_IN,
  /** The hub looks for people of the register who are not known to be safe. */
  RECOGNITION,
  /** 避難所の運営: staff look at who is there. */
  RUNNING,
  /** 保健・福祉の支援: who needs a visit, medicine, another place. */
  CARE,
  /** 二重の登録や食い違いの確認. */
  DOUBT,
  /** 安否照会への回答. */
  INQUIRY,
  /** 被災者台帳への引き継ぎ. */
  HANDING_OVER
}
