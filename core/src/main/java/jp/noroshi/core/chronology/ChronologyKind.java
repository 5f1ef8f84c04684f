package jp.noroshi.core.chronology;

/** What happened. The name is stored; it may be added to, never renamed. */
public enum ChronologyKind {
  /** The hub started. */
  HUB_STARTED,
  /** The hub stopped in order. */
  HUB_STOPPED,
  /** A message came in and was understood. */
  ALERT_RECEIVED,
  /** A message came in that is not read, or is held. */
  ALERT_KEPT,
  /** Bytes were refused and kept in quarantine. */
  ALERT_QUARANTINED,
  /** A source became stale or failed. */
  SOURCE_TROUBLED,
  /** A source works again. */
  SOURCE_RECOVERED,
  /** A draft was made. */
  DRAFT_CREATED,
  /** A draft was changed. */
  DRAFT_CHANGED,
  /** Its author asks for approval. */
  APPROVAL_REQUESTED,
  /** The approver sent it back with a reason. */
  DRAFT_SENT_BACK,
  /** A draft was thrown away. */
  DRAFT_DISCARDED,
  /** Approved: from here on it goes out. */
  DISPATCH_APPROVED,
  /** An approval was tried and refused (author = approver, role, expired). */
  APPROVAL_REFUSED,
  /** Evacuation orders changed. */
  EVACUATION_ORDER_CHANGED,
  /** The first batch of a dispatch was handed over to a medium. */
  FIRST_HANDED_OVER,
  /** The last batch of a dispatch on a medium has its outcome. */
  LAST_HANDED_OVER,
  /** A medium refused for good. */
  DELIVERY_REFUSED,
  /** A medium's answer is unknown and a person has to look. */
  DELIVERY_UNKNOWN,
  /** After a crash or outage, deliveries were taken up again. */
  DELIVERY_RECOVERED,
  /** A medium failed too often and is paused. */
  MEDIUM_TROUBLED,
  /** A medium works again. */
  MEDIUM_RECOVERED,
  /** A notice stands on the residents' page. */
  NOTICE_PUBLISHED,
  /** A radio broadcast ended, with what the outdoor stations answered. */
  BROADCAST_ENDED,
  /** A shelter opened. */
  SITE_OPENED,
  /** A shelter closed, or the instruction to open it was withdrawn. */
  SITE_CLOSED,
  /** A place that is in no list was entered. */
  SHELTER_ADDED,
  /** What is on file of such a place was corrected. */
  SHELTER_CORRECTED,
  /** Somebody was told to open a shelter. */
  SHELTER_INSTRUCTED,
  /** A shelter was looked at before its opening. */
  SHELTER_INSPECTED,
  /** A shelter cannot open. */
  SHELTER_CANNOT_OPEN,
  /** Staff said how crowded a shelter is. */
  SHELTER_CROWDING,
  /** A shelter takes nobody in any more and is about to close. */
  SHELTER_CLOSING,
  /** L-Alert answered to a report about the shelters. */
  LALERT_ANSWERED,
  /** Somebody said of a site what no list says. */
  SITE_DESCRIBED,
  /** A named set of districts was written. */
  AREA_SET_CHANGED,
  /** A named set of districts was taken away. */
  AREA_SET_REMOVED,
  /** A map of dangers is not used any more. */
  HAZARD_LAYER_RETIRED,
  /** A file was read and shows what it would change. */
  IMPORT_PROPOSED,
  /** A second person made an import what stands. */
  IMPORT_APPROVED,
  /** An import was thrown away. */
  IMPORT_REJECTED,
  /** An approved import was taken back. */
  IMPORT_UNDONE,
  /** A way was closed. */
  WAY_CLOSED,
  /** A closed way was opened again. */
  WAY_REOPENED,
  /** Somebody signed in. */
  SIGNED_IN,
  /** A sign-in failed. */
  SIGN_IN_REFUSED,
  /** Somebody signed out. */
  SIGNED_OUT,
  /** An account was made, changed, disabled or given a new password. */
  ACCOUNT_CHANGED,
  /** A machine was allowed to hand alerts in, or its token was withdrawn. */
  INTAKE_TOKEN_CHANGED,
  /** A shelter's tablet was let in or locked out. */
  TABLET_CHANGED,
  /** Extracts were compared with the register; a second person has to decide. */
  REGISTER_IMPORT_PROPOSED,
  /** A second person took a proposal over into the register. */
  REGISTER_IMPORT_APPROVED,
  /** A proposal for the register was rejected. */
  REGISTER_IMPORT_REJECTED,
  /** An import into the register was undone. */
  REGISTER_IMPORT_UNDONE,
  /** Access to the register without consent was declared for a disaster. */
  EMERGENCY_ACCESS_DECLARED,
  /** An emergency access was ended before its time. */
  EMERGENCY_ACCESS_ENDED,
  /** Somebody else has looked at what was seen during an emergency access. */
  EMERGENCY_ACCESS_ACKNOWLEDGED,
  /** A part of the register, or plans, were made ready for handing over. */
  REGISTER_DISCLOSED,
  /** What was handed over was called back. */
  DISCLOSURE_RECALLED,
  /** The destruction of a copy was confirmed. */
  DISCLOSURE_DESTROYED,
  /** A response began: people who need assistance are called up. */
  RESPONSE_STARTED,
  /** A running response took in districts, or a level was raised. */
  RESPONSE_EXTENDED,
  /** A response is over in districts. */
  RESPONSE_LIFTED,
  /** A response is over. */
  RESPONSE_ENDED
}
