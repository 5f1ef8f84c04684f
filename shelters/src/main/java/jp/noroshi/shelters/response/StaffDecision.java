package jp.noroshi.shelters.response;

/** What staff did or decided about somebody. The name is part of the HTTP contract. */
public enum StaffDecision {
  /** 安全を確認: they saw the person, or spoke to them or to who is with them. */
  SAFE_SEEN,
  /** 安全と推定: the home is empty, relatives say so. */
  SAFE_ASSUMED,
  /** 電話に出ない. */
  CALLED_IN_VAIN,
  /** 訪ねたが会えない. */
  VISITED_IN_VAIN,
  /** 消防に引き継いだ. */
  HANDED_TO_FIRE,
  /** 警察に引き継いだ. */
  HANDED_TO_POLICE,
  /** 安全を取り消す: they doubt it. */
  DOUBT,
  /** もう一度たのむ: everybody who can be asked is asked anew. */
  ASK_AGAIN;

  Happening happening(String account) {
    return switch (this) {
      case SAFE_SEEN -> new Happening.StaffSaySafe(account, true);
      case SAFE_ASSUMED -> new Happening.StaffSaySafe(account, false);
      case CALLED_IN_VAIN -> new Happening.CalledInVain();
      case VISITED_IN_VAIN -> new Happening.VisitedInVain();
      case HANDED_TO_FIRE -> new Happening.HandedToFire();
      case HANDED_TO_POLICE -> new Happening.HandedToPolice();
      case DOUBT -> new Happening.Doubted();
      case ASK_AGAIN -> new Happening.AskedAgain();
    };
  }
}
