package jp.noroshi.channels.fcm;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.CriticalSound;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.noroshi.channels.Texts;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.message.Rendering;

/**
 * Makes FCM messages of one rendering: everything but the token is made once and shared.
 *
 * <p>Notifications of one thread replace each other on the phone, so a message that comes twice is
 * seen once.
 */
public final class PushMessages {

  /** FCM and APNs take 4,096 bytes; the fields around the texts stay below 1,200. */
  private static final int LONGEST_TITLE = 400;

  private static final int LONGEST_BODY = 2_400;
  private static final int LONGEST_LINK = 400;
  private static final int LONGEST_COLLAPSE_ID = 64;

  /** FCM keeps a message for 2,419,200 seconds at most. */
  private static final Duration LONGEST_LIFE = Duration.ofDays(28);

  private final Notification notification;
  private final AndroidConfig android;
  private final ApnsConfig apns;
  private final Map<String, String> data;

  private PushMessages(
      Notification notification, AndroidConfig android, ApnsConfig apns, Map<String, String> data) {
    this.notification = notification;
    this.android = android;
    this.apns = apns;
    this.data = data;
  }

  /**
   * Prepares the messages of a rendering.
   *
   * @param now when they are handed over: what is left until the expiry is their time to live
   */
  public static PushMessages of(Rendering.Push push, boolean criticalAlerts, Instant now) {
    String collapseId = collapseId(push.collapseId());
    Notification notification =
        Notification.builder()
            .setTitle(Texts.shortenToBytes(push.title(), LONGEST_TITLE))
            .setBody(Texts.shortenToBytes(push.body(), LONGEST_BODY))
            .build();
    return new PushMessages(
        notification,
        android(push, collapseId, now),
        apns(push, collapseId, criticalAlerts),
        data(push));
  }

  /**
   * The message for one phone. The SDK would rather have installation ids, which apps in use do not
   * register with yet; FCM takes both.
   */
  @SuppressWarnings("deprecation")
  public Message to(String token) {
    return Message.builder()
        .setToken(token)
        .setNotification(notification)
        .setAndroidConfig(android)
        .setApnsConfig(apns)
        .putAllData(data)
        .build();
  }

  private static AndroidConfig android(Rendering.Push push, String collapseId, Instant now) {
    AndroidNotification.Priority loudness =
        push.urgent() ? AndroidNotification.Priority.MAX : AndroidNotification.Priority.DEFAULT;
    AndroidNotification look =
        AndroidNotification.builder()
            .setChannelId(channelId(push))
            .setTag(collapseId)
            .setPriority(loudness)
            .setVisibility(AndroidNotification.Visibility.PUBLIC)
            .build();
    return AndroidConfig.builder()
        .setPriority(push.urgent() ? AndroidConfig.Priority.HIGH : AndroidConfig.Priority.NORMAL)
        .setTtl(life(push, now).toMillis())
        .setCollapseKey(collapseId)
        .setDirectBootOk(true)
        .setNotification(look)
        .build();
  }

  /** The app makes one channel per level, so that people may choose a sound for each. */
  private static String channelId(Rendering.Push push) {
    return push.level()
        .map(level -> "level-" + level.number())
        .orElse(push.urgent() ? "urgent" : "information");
  }

  private static Duration life(Rendering.Push push, Instant now) {
    Duration left = Duration.between(now, push.expiresAt());
    return left.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : left;
  }

  private static ApnsConfig apns(Rendering.Push push, String collapseId, boolean criticalAlerts) {
    boolean critical =
        criticalAlerts
            && push.urgent()
            && push.level().filter(level -> level.isAtLeast(AlertLevel.FOUR)).isPresent();
    Aps.Builder aps = Aps.builder().setThreadId(collapseId);
    if (critical) {
      aps.setSound(
          CriticalSound.builder().setCritical(true).setName("default").setVolume(1).build());
    } else {
      aps.setSound("default");
    }
    aps.putCustomData("interruption-level", interruption(push.urgent(), critical));
    return ApnsConfig.builder()
        .putHeader("apns-push-type", "alert")
        .putHeader("apns-priority", push.urgent() ? "10" : "5")
        .putHeader("apns-collapse-id", collapseId)
        .putHeader("apns-expiration", Long.toString(push.expiresAt().getEpochSecond()))
        .setAps(aps.build())
        .build();
  }

  private static String interruption(boolean urgent, boolean critical) {
    if (critical) {
      return "critical";
    }
    return urgent ? "time-sensitive" : "active";
  }

  private static Map<String, String> data(Rendering.Push push) {
    Map<String, String> data = new HashMap<>();
    data.put("mode", push.mode().name().toLowerCase(Locale.ROOT));
    data.put("language", push.language());
    data.put("hazard", push.hazard().name().toLowerCase(Locale.ROOT));
    data.put("expiresAt", push.expiresAt().toString());
    push.level().ifPresent(level -> data.put("level", Integer.toString(level.number())));
    if (push.link().length() <= LONGEST_LINK) {
      data.put("link", push.link());
    }
    return Map.copyOf(data);
  }

  private static String collapseId(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= LONGEST_COLLAPSE_ID ? id : UUID.nameUUIDFromBytes(bytes).toString();
  }
}
