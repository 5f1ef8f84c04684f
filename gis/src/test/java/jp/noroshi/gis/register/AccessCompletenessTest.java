package jp.noroshi.gis.register;

import static jp.noroshi.gis.register.RegisterBed.UPDATE;
import static jp.noroshi.gis.register.RegisterBed.WELFARE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * No look at a person escapes the log: every public method of every service is driven and counted.
 */
class AccessCompletenessTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Set<FieldGroup> CONTENT =
      Set.of(FieldGroup.IDENTITY, FieldGroup.CONDITION, FieldGroup.CONTACTS);
  private static final Access PROVISION =
      Access.of(WELFARE, Purpose.PROVISION, LegalBasis.REGISTER_CONSENT);

  /** A query of people that asks for a sealed column, or for all of them. */
  private static final Pattern SEALED_COLUMNS =
      Pattern.compile(
          "select((?!select)[^;\"])*(\\b(identity|condition|contacts)\\b|(?<!count\\()\\*)((?!select)[^;\"])*from\\s+gis\\.person(_version)?\\b");

  private final Set<String> driven = new TreeSet<>();
  private final PersonEntry hana = People.entry("1", "見本 花", "ミホン ハナ", People.NAGAOKA);
  private final PersonEntry jiro = People.entry("2", "例示 次郎", "レイジ ジロウ", People.NAGAOKA);
  private final PersonEntry saburo = People.entry("900", "見本 三郎", "ミホヌ サブロウ", People.NIRAYAMA);
  private RegisterBed bed;

  @BeforeEach
  void open() {
    database.truncate("gis");
    bed = RegisterBed.on(database.database());
  }

  @Test
  void everyMethodWritesExactlyTheLinesOfThoseItShows() {
    driveRegister();
    driveConsents();
    driveDisclosures();
    driveEmergencies();
    driveImports();
    drives(
        "Register.admit", 0, 0, () -> bed.services().register().admit(saburo, "本人の申し出", "welfare"));
    drives(
        "AccessHistory.listBefore",
        0,
        0,
        () -> bed.services().history().listBefore(9, 9, AccessHistory.Filter.ALL));
    assertThat(driven).containsAll(publicMethods());
  }

  private void driveRegister() {
    Register register = bed.services().register();
    drives("Register.enter", 0, 0, () -> register.enter(hana, UPDATE));
    drives("Register.enter", 0, 0, () -> register.enter(jiro, UPDATE));
    drives("Register.enter", 1, 3, () -> register.enter(hana, UPDATE));
    drives(
        "Register.amend",
        1,
        3,
        () -> register.amend(hana.in(PersonState.IN_FACILITY), 1, "施設に入った", UPDATE));
    drives("Register.amend", 1, 3, () -> register.amend(hana, 2, "自宅に戻った", UPDATE));
    drives("Register.state", 0, 0, register::state);
    drives("Register.listOutlines", 0, 0, register::listOutlines);
    drives("Register.findOutline", 0, 0, () -> register.findOutline(hana.id()));
    drives("Register.countListed", 0, 0, register::countListed);
    drives("Register.open", 1, 3, () -> register.open(hana.id(), UPDATE));
    drives("Register.open", 0, 0, () -> register.open(PersonId.random(), UPDATE));
    drives(
        "Register.openAll",
        2,
        6,
        () -> register.openAll(List.of(hana.id(), jiro.id()), UPDATE, CONTENT));
    drives(
        "Register.locate",
        2,
        0,
        () ->
            database
                .database()
                .useTransaction(
                    handle -> register.locate(handle, List.of(hana.id(), jiro.id()), UPDATE)));
    drives("Register.search", 1, 1, () -> register.search(Search.byKana("みほん"), UPDATE, 9));
    drives("Register.search", 0, 0, () -> register.search(Search.byKana("ミホヲ"), UPDATE, 9));
    drives(
        "Register.search",
        2,
        2,
        () -> register.search(Search.inDistrict(People.NAGAOKA), UPDATE, 9));
  }

  private void driveConsents() {
    Consents consents = bed.services().consents();
    drives("Consents.record", 0, 0, () -> consents.record(hana.id(), given()));
    drives("Consents.current", 0, 0, () -> consents.current(hana.id()));
    drives("Consents.take", 0, 0, () -> consents.take(RegisterBed.sample("consents.csv"), UPDATE));
    drives("Consents.history", 1, 1, () -> consents.history(hana.id(), UPDATE));
    drives("PersonSheets.open", 1, 6, () -> bed.services().sheets().open(hana.id(), UPDATE));
  }

  private void driveDisclosures() {
    Disclosures disclosures = bed.services().disclosures();
    drives("Disclosures.make", 1, 3, () -> disclosures.make(wish(), PROVISION));
    drives("Disclosures.list", 0, 0, disclosures::list);
    drives("Disclosures.byOrdinance", 0, 0, disclosures::byOrdinance);
    drives(
        "Disclosures.mayBeGiven",
        0,
        0,
        () ->
            database.database().inTransaction(handle -> disclosures.mayBeGiven(handle, hana.id())));
    Disclosure made = disclosures.list().getFirst();
    drives("Disclosures.find", 0, 0, () -> disclosures.find(made.id()));
    drives("Disclosures.fetch", 1, 0, () -> disclosures.fetch(made.id(), 1, PROVISION));
    drives("Disclosures.of", 1, 0, () -> disclosures.of(hana.id(), UPDATE));
    drives("Disclosures.recall", 0, 0, () -> disclosures.recall(made.id(), "更新", WELFARE));
    drives(
        "Disclosures.confirmDestroyed",
        0,
        0,
        () -> disclosures.confirmDestroyed(made.id(), 1, WELFARE));
  }

  private void driveEmergencies() {
    Emergencies emergencies = bed.services().emergencies();
    drives(
        "Emergencies.declare",
        0,
        0,
        () ->
            emergencies.declare(
                new Emergencies.Declaration(
                    "氾濫", LegalBasis.REGISTER_DISASTER, List.of(), Duration.ofHours(1)),
                WELFARE));
    drives("Emergencies.list", 0, 0, emergencies::list);
    Emergency declared = emergencies.list().getFirst();
    drives("Emergencies.find", 0, 0, () -> emergencies.find(declared.id()));
    drives(
        "Emergencies.findInForce",
        0,
        0,
        () ->
            database
                .database()
                .inTransaction(
                    handle ->
                        emergencies.findInForce(handle, hana.id(), LegalBasis.REGISTER_DISASTER)));
    drives("Emergencies.end", 0, 0, () -> emergencies.end(declared.id(), WELFARE));
    drives(
        "Emergencies.endIfInForce",
        0,
        0,
        () ->
            database
                .database()
                .inTransaction(handle -> emergencies.endIfInForce(handle, declared.id(), WELFARE)));
    drives(
        "Emergencies.acknowledge", 0, 0, () -> emergencies.acknowledge(declared.id(), "admin", ""));
  }

  private void driveImports() {
    RegisterImports imports = bed.services().imports();
    String residents = "宛名番号,氏名,フリガナ,住所\n1,見本 花,ミホン ハナ,伊豆の国市長岡7\n3,仮名 三郎,カメイ サブロウ,伊豆の国市長岡8\n";
    String care = "宛名番号,要介護度\n1,要介護4\n3,要介護5\n";
    drives("RegisterImports.propose", 2, 6, () -> bed.propose(residents, care, "宛名番号\n"));
    drives("RegisterImports.list", 0, 0, imports::list);
    RegisterImport proposal = imports.list().getFirst();
    drives("RegisterImports.open", 3, 0, () -> imports.open(proposal.id(), UPDATE));
    drives(
        "RegisterImports.approve",
        2,
        0,
        () -> imports.approve(proposal.id(), RegisterBed.decision()));
    drives("RegisterImports.undo", 2, 6, () -> imports.undo(proposal.id(), UPDATE));
    RegisterImport other = bed.propose(residents, care, "宛名番号\n");
    drives("RegisterImports.reject", 0, 0, () -> imports.reject(other.id(), RegisterBed.CHIEF));
  }

  /**
   * Runs it and compares: lines written, groups opened, and that no more was opened than logged.
   */
  private void drives(String method, int lines, int openings, Runnable work) {
    driven.add(method);
    long linesBefore = bed.lines();
    long openedBefore = bed.services().cipher().openings();
    int logged = bed.log().size();
    work.run();
    assertThat(bed.lines() - linesBefore).as("lines of " + method).isEqualTo(lines);
    assertThat(bed.services().cipher().openings() - openedBefore)
        .as("openings of " + method)
        .isEqualTo(openings);
    long named =
        bed.log().stream()
            .skip(logged)
            .mapToLong(line -> line.split(" ", -1)[3].split(",", -1).length)
            .sum();
    assertThat(named).as("groups logged by " + method).isGreaterThanOrEqualTo(openings);
  }

  private static Set<String> publicMethods() {
    return Stream.of(
            Register.class,
            Consents.class,
            Disclosures.class,
            PersonSheets.class,
            RegisterImports.class,
            Emergencies.class,
            AccessHistory.class)
        .flatMap(
            type ->
                Arrays.stream(type.getDeclaredMethods())
                    .filter(AccessCompletenessTest::isOpenToAll)
                    .map(method -> type.getSimpleName() + "." + method.getName()))
        .collect(Collectors.toSet());
  }

  private static boolean isOpenToAll(Method method) {
    return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic();
  }

  @Test
  void noOtherRoomReadsWhatIsSealed() throws IOException {
    Path root = Path.of(System.getProperty("noroshi.root", ".."));
    for (String module : List.of("core", "gis", "channels", "shelters", "ops-console", "bench")) {
      Path sources = root.resolve(module).resolve("src/main/java");
      if (Files.isDirectory(sources)) {
        try (Stream<Path> files = Files.walk(sources)) {
          assertThat(
                  files
                      .filter(file -> file.toString().endsWith(".java"))
                      .filter(file -> !file.toString().contains("gis/register/"))
                      .filter(AccessCompletenessTest::readsWhatIsSealed))
              .as("files of " + module + " that read sealed columns or use Tink")
              .isEmpty();
        }
      }
    }
  }

  private static boolean readsWhatIsSealed(Path file) {
    try {
      String text = Files.readString(file);
      return SEALED_COLUMNS.matcher(text).find()
          || text.contains("com.google.crypto.tink")
          || Stream.of("gis.person_index", "gis.register_", "gis.disclosure")
              .anyMatch(text::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Consent given() {
    return new Consent(
        ConsentKind.REGISTER_PROVISION,
        ConsentAnswer.GIVEN,
        LocalDate.of(2026, 8, 1),
        Consent.Method.PAPER,
        Optional.empty(),
        Optional.empty(),
        bed.instant(),
        "welfare");
  }

  private static DisclosureWish wish() {
    return new DisclosureWish(
        Disclosure.RecipientKind.FIRE,
        "見本消防署",
        "準備",
        List.of(),
        LocalDate.of(2027, 3, 31),
        List.of("係長"));
  }
}
