package jp.noroshi.gis.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.Map;
import jp.noroshi.core.storage.Json;

/**
 * The keys of the register: one set that seals (AES-256-GCM), one that makes blind indexes
 * (HMAC-SHA-256). They are kept outside the database; whoever has only one of the two learns
 * nothing. Thread-safe.
 */
public final class RegisterKeys {

  private final KeysetHandle sealing;
  private final KeysetHandle indexing;
  private final Aead aead;
  private final PrfSet prf;

  private RegisterKeys(KeysetHandle sealing, KeysetHandle indexing)
      throws GeneralSecurityException {
    this.sealing = sealing;
    this.indexing = indexing;
    this.aead = sealing.getPrimitive(tink(), Aead.class);
    this.prf = indexing.getPrimitive(tink(), PrfSet.class);
  }

  /** Makes new keys. */
  public static RegisterKeys generate() {
    try {
      return new RegisterKeys(
          KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, tink()),
          KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, tink()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make keys", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is no key; the message does not repeat it
   */
  public static RegisterKeys read(String text) {
    try {
      JsonNode keys = Json.mapper().readTree(text);
      return new RegisterKeys(
          keyset(keys.path("sealing").toString()), keyset(keys.path("indexing").toString()));
    } catch (JsonProcessingException | GeneralSecurityException e) {
      // Without the cause: its message may hold a part of the key.
      throw new IllegalArgumentException("not the keys of a register: " + e.getClass().getName());
    }
  }

  /** Writes the keys as text, to be kept where only the hub reads. */
  public String write() {
    try {
      return Json.write(
          Map.of(
              "sealing", Json.mapper().readTree(text(sealing)),
              "indexing", Json.mapper().readTree(text(indexing))));
    } catch (JsonProcessingException | GeneralSecurityException e) {
      throw new IllegalStateException("the keys cannot be written", e);
    }
  }

  /**
   * Returns the same keys with a new one in front: what is sealed from now on needs the new one,
   * what was sealed before can still be opened. Blind indexes stay as they are.
   */
  public RegisterKeys rotated() {
    try {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(sealing);
      KeysetHandle renewed =
          builder
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      return new RegisterKeys(renewed, indexing);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a new key cannot be added", e);
    }
  }

  /** Tells whether former keys are still among them: a renewal was begun and is not done. */
  public boolean hasFormerKeys() {
    return sealing.size() > 1;
  }

  /**
   * Returns the newest key alone. Only for when nothing is sealed with a former one any more: what
   * is can never be opened again.
   */
  public RegisterKeys withoutFormerKeys() {
    try {
      KeysetHandle.Entry newest = sealing.getPrimary();
      return new RegisterKeys(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(newest.getKey()).withFixedId(newest.getId()).makePrimary())
              .build(),
          indexing);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the newest key cannot be taken alone", e);
    }
  }

  /** Returns how everything begins that the newest key sealed; other keys begin otherwise. */
  byte[] beginning() {
    return sealing.getPrimary().getKey() instanceof AeadKey newest
        ? newest.getOutputPrefix().toByteArray()
        : new byte[0];
  }

  byte[] seal(byte[] plain, byte[] belongsTo) {
    try {
      return aead.encrypt(plain, belongsTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot be sealed", e);
    }
  }

  /**
   * Opens what was sealed for the same owner.
   *
   * @throws RegisterRefusedException DAMAGED when it was changed, belongs to somebody else or was
   *     sealed with a key that is not here
   */
  byte[] open(byte[] sealed, byte[] belongsTo) {
    try {
      return aead.decrypt(sealed, belongsTo);
    } catch (GeneralSecurityException e) {
      throw new RegisterRefusedException(RegisterRefusal.DAMAGED, e);
    }
  }

  byte[] index(byte[] value) {
    try {
      return prf.computePrimary(value, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot be indexed", e);
    }
  }

  private static Configuration tink() throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
    return RegistryConfiguration.get();
  }

  private static KeysetHandle keyset(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(json, tink(), InsecureSecretKeyAccess.get());
  }

  private static String text(KeysetHandle keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, tink(), InsecureSecretKeyAccess.get());
  }

  @Override
  public String toString() {
    return "RegisterKeys[…]";
  }
}
