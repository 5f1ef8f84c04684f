package jp.noroshi.opsconsole.app.drill;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import jp.noroshi.core.audience.Subscriber;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;

/**
 * Invented subscribers of the sample municipality, the same at every start. Most chose their
 * district, some the whole municipality; a few read English or easy Japanese.
 */
public final class SampleSubscribers {

  private static final long SEED = 22225;
  private static final int TOKEN_LENGTH = 140;
  private static final String TOKEN_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final MunicipalitySettings municipality;
  private final Random random = new Random(SEED);

  /** For a municipality. */
  public SampleSubscribers(MunicipalitySettings municipality) {
    this.municipality = municipality;
  }

  /** Registers so many on LINE and so many on push. */
  public void register(Subscribers subscribers, int onLine, int onPush) {
    List<Subscriber> invented = new ArrayList<>(onLine + onPush);
    for (int i = 0; i < onLine; i++) {
      invented.add(subscriber(Medium.LINE, lineUserId()));
    }
    for (int i = 0; i < onPush; i++) {
      invented.add(subscriber(Medium.FCM, token()));
    }
    subscribers.registerAll(invented);
  }

  private Subscriber subscriber(Medium medium, String address) {
    return new Subscriber(medium, address, areas(), language());
  }

  /** One in five asked for the whole municipality, the others for their district. */
  private List<AreaCode> areas() {
    if (random.nextInt(5) == 0) {
      return List.of();
    }
    List<MunicipalitySettings.District> districts = municipality.districts();
    return List.of(districts.get(random.nextInt(districts.size())).code());
  }

  private String language() {
    int draw = random.nextInt(100);
    return draw < 95 ? "ja" : draw < 98 ? "en" : "ja-x-easy";
  }

  /** LINE's user ids are a U and 32 hexadecimal digits. */
  private String lineUserId() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return "U" + HexFormat.of().formatHex(bytes);
  }

  private String token() {
    StringBuilder token = new StringBuilder(TOKEN_LENGTH);
    for (int i = 0; i < TOKEN_LENGTH; i++) {
      token.append(TOKEN_LETTERS.charAt(random.nextInt(TOKEN_LETTERS.length())));
    }
    return token.toString();
  }
}
