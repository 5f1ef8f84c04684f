package jp.noroshi.core.alert;

import java.time.Instant;

/**
 * An earlier message, CAP {@code references}: the sender, identifier and time sent of that message.
 */
public record AlertReference(String sender, String identifier, Instant sent) {}
