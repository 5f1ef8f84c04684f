package jp.noroshi.opsconsole.auth;

/** What an account is for. An account may have several. The name is stored. */
public enum Role {
  /** 当直: writes drafts, asks for approval, hands alerts in. */
  DUTY_OFFICER,
  /** 承認者: approves and sends back. */
  APPROVER,
  /** 避難所の担当. */
  SHELTER_STAFF,
  /** 要支援者の担当. */
  WELFARE_STAFF,
  /** 閲覧: sees what is going on, changes nothing. */
  VIEWER,
  /** 管理者: accounts and tokens; decides nothing about alerts. */
  ADMINISTRATOR
}
