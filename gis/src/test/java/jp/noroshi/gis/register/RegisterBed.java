package jp.noroshi.gis.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.area.Districts;

/** A register of the sample municipality with a clock that is turned by hand. */
public final class RegisterBed implements InstantSource {

  /** The clerk. */
  public static final Reader WELFARE =
      new Reader("welfare", Reader.Standing.WELFARE_STAFF, "127.0.0.1");

  /** The clerk's superior. */
  public static final Reader CHIEF =
      new Reader("welfare-chief", Reader.Standing.WELFARE_STAFF, "127.0.0.1");

  /** On duty at night. */
  public static final Reader DUTY = new Reader("duty", Reader.Standing.DUTY_OFFICER, "127.0.0.1");

  /** The clerk keeps the register. */
  public static final Access UPDATE =
      Access.of(WELFARE, Purpose.REGISTER, LegalBasis.REGISTER_MAKING);

  private final Database database;
  private final RegisterServices services;
  private Instant now = Instant.parse("2026-09-01T00:00:00Z");

  private RegisterBed(Database database, RegisterKeys keys, ListingRules rules) {
    this.database = database;
    AreaCode code = new AreaCode("22225");
    new Districts(database, code).load(bytes(config("sample/districts.geojson")));
    this.services =
        RegisterServices.open(
            new RegisterServices.Stores(database, new Chronology(database), Mode.DRILL, this),
            Optional.of(keys),
            rules,
            MunicipalitySettings.load(config("sample/izunokuni.yaml")));
  }

  /** Opens an empty register. */
  public static RegisterBed on(Database database) {
    return on(database, RegisterKeys.generate());
  }

  /** Opens the empty register of a municipality whose ordinance stands for the consents. */
  static RegisterBed underAnOrdinance(Database database) {
    return new RegisterBed(
        database,
        RegisterKeys.generate(),
        new ListingRules(Optional.empty(), Set.of(), Set.of(), Set.of(), false, false, true));
  }

  /** Opens a register with keys of choice. */
  public static RegisterBed on(Database database, RegisterKeys keys) {
    return new RegisterBed(database, keys, ListingRules.load(config("register-rules.yaml")));
  }

  /** Returns everything around it. */
  public RegisterServices services() {
    return services;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Turns the clock. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Returns the clerk's superior deciding. */
  public static Access decision() {
    return Access.of(CHIEF, Purpose.REGISTER, LegalBasis.REGISTER_MAKING);
  }

  /** Brings CSV texts in, from proposal to approval. */
  RegisterImport take(String residents, String care, String disability) {
    RegisterImport proposal = propose(residents, care, disability);
    return services.imports().approve(proposal.id(), decision());
  }

  RegisterImport propose(String residents, String care, String disability) {
    return services
        .imports()
        .propose(
            List.of(
                extract(Extract.Kind.RESIDENT, residents),
                extract(Extract.Kind.CARE, care),
                extract(Extract.Kind.DISABILITY, disability)),
            UPDATE);
  }

  private static Extract extract(Extract.Kind kind, String text) {
    return new Extract(kind, kind + ".csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Counts the lines of the access log. */
  long lines() {
    return database.withHandle(
        handle ->
            handle.createQuery("select count(*) from gis.access_line").mapTo(Long.class).one());
  }

  /** Returns the lines of the access log, in their order, in short. */
  List<String> log() {
    return database.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select account || ' ' || purpose || ' ' || basis || ' ' || array_to_string(groups, ',')
                    from gis.access_line order by id
                    """)
                .mapTo(String.class)
                .list());
  }

  PersonId personWith(String reference) {
    return services
        .register()
        .search(
            new Search(
                Optional.empty(),
                Optional.of(reference),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            UPDATE,
            1)
        .getFirst()
        .id();
  }

  static UUID id(PersonId person) {
    return person.value();
  }

  static byte[] sample(String file) {
    return bytes(config("sample/register/" + file));
  }

  static Path config(String file) {
    return Path.of(System.getProperty("noroshi.root", ".."), "config").resolve(file);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
