package jp.noroshi.shelters.checkin;

import java.util.UUID;

/** An event as far as it counts. */
public record SignedEvent(EventOrder order, UUID shelter, Sign sign) {}
