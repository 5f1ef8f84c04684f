package jp.noroshi.channels.voice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.core.audience.CallEvent.CallEnd;

/**
 * Reads what Twilio hands in during a call and after it (Twilio, "TwiML Voice: Gather" and "Call
 * resource: StatusCallback"). Whether it is Twilio's is known by the signature: HMAC-SHA1 by the
 * account's token over the address as it was given to Twilio, followed by name and value of every
 * parameter in the order of the names (Twilio, "Webhooks security"). Thread-safe.
 */
public final class VoiceWebhook {

  private static final String ALGORITHM = "HmacSHA1";
  private static final Pattern CALL = Pattern.compile("CA[0-9a-f]{32}");
  private static final Pattern KEY = Pattern.compile("[0-9*#]");

  private final SecretKeySpec token;

  /**
   * Checks by the account's token.
   *
   * @throws IllegalArgumentException when it is empty
   */
  public VoiceWebhook(String authToken) {
    this.token = new SecretKeySpec(authToken.getBytes(UTF_8), ALGORITHM);
  }

  /** Returns the signature: what Twilio puts into {@code X-Twilio-Signature}. */
  public String sign(String address, Map<String, String> parameters) {
    StringBuilder signed = new StringBuilder(address);
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    return Base64.getEncoder().encodeToString(digest(signed.toString().getBytes(UTF_8)));
  }

  /**
   * Tells whether parameters are from Twilio; takes as long for a wrong signature as for the right
   * one.
   *
   * @param address as Twilio was given it, whatever a proxy made of it
   * @param signature of the header {@code X-Twilio-Signature}; null when there is none
   */
  public boolean isGenuine(String address, Map<String, String> parameters, String signature) {
    return signature != null
        && MessageDigest.isEqual(
            sign(address, parameters).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private byte[] digest(byte[] signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(token);
      return mac.doFinal(signed);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Reads what happened; empty when it is nothing the hub has to know, or not as documented. */
  public static Optional<CallEvent> read(Map<String, String> parameters) {
    String call = parameters.getOrDefault("CallSid", "");
    if (!CALL.matcher(call).matches()) {
      return Optional.empty();
    }
    String digits = parameters.getOrDefault("Digits", "");
    if (KEY.matcher(digits).matches()) {
      return Optional.of(new CallEvent.Pressed(call, digits.charAt(0)));
    }
    return digits.isEmpty()
        ? end(parameters).map(how -> new CallEvent.Ended(call, how))
        : Optional.empty();
  }

  private static Optional<CallEnd> end(Map<String, String> parameters) {
    return switch (parameters.getOrDefault("CallStatus", "")) {
      case "completed" -> Optional.of(whoAnswered(parameters.getOrDefault("AnsweredBy", "")));
      case "busy" -> Optional.of(CallEnd.BUSY);
      case "no-answer" -> Optional.of(CallEnd.NO_ANSWER);
      case "failed", "canceled" -> Optional.of(CallEnd.FAILED);
      default -> Optional.empty();
    };
  }

  /** Twilio cannot always tell: {@code unknown}, and what it does not name, may be a person. */
  private static CallEnd whoAnswered(String answeredBy) {
    return answeredBy.startsWith("machine") || answeredBy.equals("fax")
        ? CallEnd.MACHINE
        : CallEnd.ANSWERED;
  }
}
