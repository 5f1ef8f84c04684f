package jp.noroshi.gis.register;

/** By which provision of 災害対策基本法 personal data is used or handed over. The name is stored. */
public enum LegalBasis {
  /** 名簿の作成 (必要な情報の収集を含む). */
  REGISTER_MAKING("49条の10"),
  /** 名簿の庁内利用. */
  REGISTER_INTERNAL("49条の11第1項"),
  /** 名簿の平常時の提供: 本人の同意, or what an ordinance says. */
  REGISTER_CONSENT("49条の11第2項"),
  /** 名簿の災害時の提供: without consent. */
  REGISTER_DISASTER("49条の11第3項"),
  /** 計画の作成: 本人の同意. */
  PLAN_MAKING("49条の14"),
  /** 計画の庁内利用. */
  PLAN_INTERNAL("49条の15第1項"),
  /** 計画の平常時の提供: 本人と避難支援等実施者の同意, or what an ordinance says. */
  PLAN_CONSENT("49条の15第2項"),
  /** 計画の災害時の提供: without consent. */
  PLAN_DISASTER("49条の15第3項");

  private final String article;

  LegalBasis(String article) {
    this.article = article;
  }

  /** Returns the provision, without the name of the law. */
  public String article() {
    return article;
  }

  /** Tells whether it holds only while an emergency is declared. */
  public boolean needsEmergency() {
    return this == REGISTER_DISASTER || this == PLAN_DISASTER;
  }

  /** Tells whether it is about handing over rather than about use within the municipality. */
  public boolean isProvision() {
    return switch (this) {
      case REGISTER_CONSENT, REGISTER_DISASTER, PLAN_CONSENT, PLAN_DISASTER -> true;
      case REGISTER_MAKING, REGISTER_INTERNAL, PLAN_MAKING, PLAN_INTERNAL -> false;
    };
  }
}
