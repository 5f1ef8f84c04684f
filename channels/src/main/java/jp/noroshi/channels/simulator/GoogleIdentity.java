package jp.noroshi.channels.simulator;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The simulated Google account: a service account whose key is made at start, and the access tokens
 * handed out for its signed assertions (RFC 7523). Thread-safe.
 */
final class GoogleIdentity {

  private static final Duration TOKEN_LIFE = Duration.ofHours(1);
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  /** Google's client names it as the audience wherever the token endpoint really is. */
  private static final String GOOGLE_TOKEN_URI = "https://oauth2.googleapis.com/token";

  /** Either allows sending messages (FCM v1 reference, "Authorization scopes"). */
  private static final List<String> MESSAGING_SCOPES =
      List.of("auth/firebase.messaging", "auth/cloud-platform");

  private final InstantSource clock;
  private final String projectId;
  private final String account;
  private final KeyPair keys;
  private final Map<String, Instant> tokens = new HashMap<>();

  GoogleIdentity(String projectId, InstantSource clock) {
    this.projectId = projectId;
    this.clock = clock;
    this.account = "hub@" + projectId + ".iam.gserviceaccount.com";
    this.keys = newKeys();
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has RSA", e);
    }
  }

  /** Returns the service account as the file Google lets one download. */
  JsonObject serviceAccount(URI tokenUri) {
    return new JsonObject()
        .put("type", "service_account")
        .put("project_id", projectId)
        .put("private_key_id", "simulated")
        .put("private_key", privateKeyPem())
        .put("client_email", account)
        .put("client_id", "100000000000000000000")
        .put("token_uri", tokenUri.toString());
  }

  private String privateKeyPem() {
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    String label = "PRIVATE KEY";
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, lines.encodeToString(keys.getPrivate().getEncoded()), label);
  }

  /** Exchanges a signed assertion for an access token, or says why not (RFC 6749 §5.2). */
  synchronized Answer exchange(String grantType, String assertion, URI tokenUri) {
    if (!GRANT.equals(grantType)) {
      return Answer.of(400, new JsonObject().put("error", "unsupported_grant_type"));
    }
    if (assertion == null || !isValid(assertion, tokenUri)) {
      return Answer.of(
          400,
          new JsonObject()
              .put("error", "invalid_grant")
              .put("error_description", "Invalid JWT Signature."));
    }
    String token = "simulated-" + UUID.randomUUID();
    tokens.put(token, clock.instant().plus(TOKEN_LIFE));
    return Answer.of(
        200,
        new JsonObject()
            .put("access_token", token)
            .put("expires_in", TOKEN_LIFE.toSeconds())
            .put("token_type", "Bearer"));
  }

  synchronized boolean isAuthorised(String header) {
    if (header == null || !header.startsWith("Bearer ")) {
      return false;
    }
    Instant end = tokens.get(header.substring("Bearer ".length()));
    return end != null && clock.instant().isBefore(end);
  }

  /** Makes every access token handed out so far invalid. */
  synchronized void revokeTokens() {
    tokens.clear();
  }

  private boolean isValid(String assertion, URI tokenUri) {
    List<String> parts = List.of(assertion.split("\\.", -1));
    try {
      return parts.size() == 3
          && isSigned(parts)
          && areClaimsRight(new JsonObject(decoded(parts.get(1))), tokenUri);
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | DecodeException
        | ClassCastException _) {
      return false;
    }
  }

  private boolean isSigned(List<String> parts) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(keys.getPublic());
    signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts.get(2)));
  }

  private boolean areClaimsRight(JsonObject claims, URI tokenUri) {
    return account.equals(claims.getString("iss"))
        && List.of(GOOGLE_TOKEN_URI, tokenUri.toString()).contains(claims.getString("aud"))
        && MESSAGING_SCOPES.stream().anyMatch(claims.getString("scope", "")::contains)
        && claims.getLong("exp", 0L) > clock.instant().getEpochSecond();
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }
}
