package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.message.Medium;

/**
 * A notice an officer writes by hand, in the main language.
 *
 * @param title the heading
 * @param body the text, for every medium alike; may be changed per medium afterwards
 * @param hazard what it is about
 * @param level 警戒レベル if it speaks of one; a notice never makes an evacuation order
 * @param audience to whom
 * @param media on which media
 * @param expiresAt when it ends
 */
public record Notice(
    String title,
    String body,
    Hazard hazard,
    Optional<AlertLevel> level,
    Audience audience,
    Set<Medium> media,
    Instant expiresAt) {}
