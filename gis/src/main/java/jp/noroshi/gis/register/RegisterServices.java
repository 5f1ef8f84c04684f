package jp.noroshi.gis.register;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;

/**
 * Everything around the register, put together.
 *
 * @param register the people
 * @param consents what they agreed to
 * @param disclosures hands parts of the register over
 * @param ledger what was handed over, of the register and of plans
 * @param sheets everything of a person at once
 * @param imports brings extracts in
 * @param emergencies access without consent
 * @param history reads the access log
 * @param log writes it
 * @param cipher seals and opens
 */
public record RegisterServices(
    Register register,
    Consents consents,
    Disclosures disclosures,
    DisclosureLedger ledger,
    PersonSheets sheets,
    RegisterImports imports,
    Emergencies emergencies,
    AccessHistory history,
    AccessLog log,
    FieldCipher cipher) {

  /** What it stands on. */
  public record Stores(Database database, Chronology chronology, Mode mode, InstantSource clock) {}

  /**
   * Opens the register.
   *
   * @param keys empty: the register stays locked, and says so
   * @param rules whom the municipality lists
   */
  public static RegisterServices open(
      Stores stores,
      Optional<RegisterKeys> keys,
      ListingRules rules,
      MunicipalitySettings municipality) {
    Database database = stores.database();
    InstantSource clock = stores.clock();
    FieldCipher cipher = FieldCipher.unlock(database, keys);
    AccessLog log = new AccessLog(clock);
    Register register = new Register(database, cipher, log, clock);
    RegisterChronicle chronicle = new RegisterChronicle(stores.chronology(), stores.mode(), clock);
    Consents consents = new Consents(database, cipher, log, clock);
    List<AreaCode> districts =
        municipality.districts().stream().map(MunicipalitySettings.District::code).toList();
    DisclosureLedger ledger = new DisclosureLedger(cipher, log, chronicle, districts, clock);
    Disclosures disclosures =
        new Disclosures(
            new Disclosures.Parts(
                database, log, register, consents, ledger, rules.provisionByOrdinance()));
    return new RegisterServices(
        register,
        consents,
        disclosures,
        ledger,
        new PersonSheets(database, cipher, register, consents, disclosures),
        new RegisterImports(
            new RegisterImports.Parts(
                database,
                cipher,
                log,
                register,
                chronicle,
                new ExtractComparison(rules, new HomeFinder(municipality.code())),
                clock)),
        new Emergencies(database, chronicle, districts, clock),
        new AccessHistory(database),
        log,
        cipher);
  }
}
