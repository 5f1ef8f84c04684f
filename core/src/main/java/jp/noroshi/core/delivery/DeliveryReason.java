package jp.noroshi.core.delivery;

/** Why a delivery was not simply accepted. The name is also the metric label. */
public enum DeliveryReason {
  /** The provider asks to slow down (429). */
  RATE_LIMITED,
  /** The month's or day's allowance is used up. */
  QUOTA_EXHAUSTED,
  /** The provider failed (5xx). */
  PROVIDER_ERROR,
  /** The provider cannot be reached. */
  UNREACHABLE,
  /** No answer in time. */
  TIMEOUT,
  /** The connection broke while waiting for the answer. */
  CONNECTION_LOST,
  /** Our breaker is open: the provider failed too often to be asked now. */
  BREAKER_OPEN,
  /** Our credentials are refused. */
  UNAUTHORISED,
  /** The provider does not take this message (too long, malformed). */
  INVALID_MESSAGE,
  /** The recipient left, blocked us or has a new token. */
  UNREGISTERED,
  /** The message expired before it could be handed over. */
  EXPIRED,
  /** A newer dispatch of the same thread replaced it before it was handed over. */
  REPLACED,
  /** The hub ended between hand-over and record; the attempt is repeated where that is harmless. */
  INTERRUPTED,
  /** The medium does not allow this in this mode (a legal siren in a drill). */
  NOT_ALLOWED,
  /** A higher-priority broadcast took the air (radio). */
  PREEMPTED,
  /** Somebody cancelled it at the medium. */
  CANCELLED_AT_MEDIUM,
  /** The equipment reports a fault. */
  EQUIPMENT_FAULT,
  /** The answer could not be understood. */
  UNEXPECTED_ANSWER
}
