package jp.noroshi.opsconsole.app;

import java.util.Optional;
import java.util.Set;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.config.Secret;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.FieldCipher;
import jp.noroshi.gis.register.KeyState;
import jp.noroshi.gis.register.ListingRules;
import jp.noroshi.gis.register.RegisterKeys;
import jp.noroshi.gis.register.RegisterServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register and its keys, which are kept outside the database. */
final class RegisterWiring {

  private static final Logger LOG = LoggerFactory.getLogger(RegisterWiring.class);
  private static final ListingRules NOBODY =
      new ListingRules(Optional.empty(), Set.of(), Set.of(), Set.of(), false, false, false);

  private RegisterWiring() {}

  /** Opens the register; without its keys it stays locked and everything else works. */
  static RegisterServices wire(
      HubConfig config,
      MunicipalitySettings municipality,
      CoreWiring core,
      Hub.Surroundings around) {
    RegisterServices services =
        RegisterServices.open(
            new RegisterServices.Stores(
                around.database(), core.chronology(), config.mode(), around.clock()),
            keys(config, around.database(), around.directory()),
            config.register().map(HubConfig.Register::rules).map(ListingRules::load).orElse(NOBODY),
            municipality);
    if (services.cipher().state() != KeyState.OPEN) {
      LOG.error(
          "the register of people who need assistance is locked ({}): put its keys back into {};"
              + " everything else works",
          services.cipher().state(),
          secret(config, around.directory()));
    }
    return services;
  }

  private static Secret secret(HubConfig config, DataDirectory directory) {
    return config
        .register()
        .flatMap(HubConfig.Register::keys)
        .orElseGet(() -> directory.secret(DataDirectory.REGISTER_KEYS));
  }

  private static Optional<RegisterKeys> keys(
      HubConfig config, Database database, DataDirectory directory) {
    boolean ours = config.register().flatMap(HubConfig.Register::keys).isEmpty();
    if (ours
        && directory.findSecret(DataDirectory.REGISTER_KEYS).isEmpty()
        && !FieldCipher.wasSealed(database)) {
      directory.keepSecret(DataDirectory.REGISTER_KEYS, RegisterKeys.generate().write());
    }
    try {
      return Optional.of(RegisterKeys.read(secret(config, directory).reveal()));
    } catch (IllegalStateException | IllegalArgumentException e) {
      LOG.warn("the keys of the register cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
