package jp.noroshi.gis.register;

import static jp.noroshi.gis.register.FieldGroup.CONDITION;
import static jp.noroshi.gis.register.FieldGroup.CONSENTS;
import static jp.noroshi.gis.register.FieldGroup.CONTACTS;
import static jp.noroshi.gis.register.FieldGroup.HISTORY;
import static jp.noroshi.gis.register.FieldGroup.IDENTITY;
import static jp.noroshi.gis.register.FieldGroup.PLAN;
import static jp.noroshi.gis.register.FieldGroup.SUPPORTERS;

import java.util.EnumSet;
import java.util.Set;

/** What somebody looks at a person for; it decides what they see. The name is stored. */
public enum Purpose {
  /** 名簿の作成・更新. */
  REGISTER,
  /** 個別避難計画の作成・見直し. */
  PLANNING,
  /** 避難支援・安否確認. */
  ASSISTANCE,
  /** 本人・家族への連絡. */
  CONTACTING,
  /** 支援等関係者への提供. */
  PROVISION,
  /** 本人からの開示の求め. */
  INQUIRY,
  /** 訓練の準備. */
  DRILL,
  /** 緊急時の閲覧の事後点検. */
  REVIEW;

  /** Returns what may be seen. */
  public Set<FieldGroup> groups() {
    return switch (this) {
      case REGISTER, PLANNING, INQUIRY -> EnumSet.allOf(FieldGroup.class);
      case ASSISTANCE -> EnumSet.of(IDENTITY, CONDITION, CONTACTS, PLAN, SUPPORTERS);
      case CONTACTING -> EnumSet.of(IDENTITY, CONTACTS, CONSENTS);
      case PROVISION -> EnumSet.complementOf(EnumSet.of(HISTORY));
      case DRILL -> EnumSet.of(IDENTITY, PLAN, SUPPORTERS);
      case REVIEW -> EnumSet.of(IDENTITY);
    };
  }

  /** Tells whether a group may be seen. */
  public boolean allows(FieldGroup group) {
    return groups().contains(group);
  }
}
