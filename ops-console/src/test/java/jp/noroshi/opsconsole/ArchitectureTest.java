package jp.noroshi.opsconsole;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms of docs/architecture.md. */
@AnalyzeClasses(packages = "jp.noroshi", importOptions = ArchitectureTest.ProductOnly.class)
class ArchitectureTest {

  /**
   * Contract tests and builders reach this module as jars of their own and are no part of the
   * house.
   */
  static final class ProductOnly implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }
  }

  private static final String[] SQL = {
    "org.jdbi..", "java.sql..", "javax.sql..", "org.postgresql..", "com.zaxxer.."
  };

  @ArchTest
  static final ArchRule modules_have_no_cycles =
      slices().matching("jp.noroshi.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rooms_of_core_have_no_cycles =
      slices().matching("jp.noroshi.core.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rooms_of_places_have_no_cycles =
      slices().matching("jp.noroshi.gis.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule rooms_of_shelters_have_no_cycles =
      slices().matching("jp.noroshi.shelters.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule places_know_nobody =
      noClasses()
          .that()
          .resideInAnyPackage(
              "jp.noroshi.gis.area..",
              "jp.noroshi.gis.file..",
              "jp.noroshi.gis.imports..",
              "jp.noroshi.gis.site..",
              "jp.noroshi.gis.hazard..",
              "jp.noroshi.gis.population..",
              "jp.noroshi.gis.opendata..",
              "jp.noroshi.gis.route..",
              "jp.noroshi.gis.tiles..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jp.noroshi.gis.register..", "jp.noroshi.gis.plan..");

  @ArchTest
  static final ArchRule pages_for_everybody_know_nobody =
      noClasses()
          .that()
          .resideInAPackage("jp.noroshi.opsconsole.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jp.noroshi.gis.register..", "jp.noroshi.gis.plan..");

  @ArchTest
  static final ArchRule rooms_of_the_console_have_no_cycles =
      slices().matching("jp.noroshi.opsconsole.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule core_knows_no_sibling =
      noClasses()
          .that()
          .resideInAPackage("jp.noroshi.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jp.noroshi.gis..",
              "jp.noroshi.channels..",
              "jp.noroshi.shelters..",
              "jp.noroshi.opsconsole..");

  @ArchTest
  static final ArchRule channels_know_no_sibling =
      slices()
          .matching("jp.noroshi.channels.(line|fcm|web|radio|voice)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule channels_know_no_simulator =
      noClasses()
          .that()
          .resideInAnyPackage(
              "jp.noroshi.channels.line..",
              "jp.noroshi.channels.fcm..",
              "jp.noroshi.channels.web..",
              "jp.noroshi.channels.radio..",
              "jp.noroshi.channels.voice..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jp.noroshi.channels.simulator..");

  @ArchTest
  static final ArchRule channels_know_neither_places_nor_shelters =
      noClasses()
          .that()
          .resideInAPackage("jp.noroshi.channels..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jp.noroshi.gis..", "jp.noroshi.shelters..");

  @ArchTest
  static final ArchRule alerts_and_places_are_free_of_frameworks =
      noClasses()
          .that()
          .resideInAnyPackage("jp.noroshi.core.alert..", "jp.noroshi.core.place..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "java..",
              "jp.noroshi.core.alert..",
              "jp.noroshi.core.place..",
              "com.fasterxml.jackson.annotation..");

  @ArchTest
  static final ArchRule sql_stays_where_tables_are_owned =
      noClasses()
          .that()
          .resideInAnyPackage(
              "jp.noroshi.core.alert..",
              "jp.noroshi.core.place..",
              "jp.noroshi.core.message..",
              "jp.noroshi.core.config..",
              "jp.noroshi.channels.line..",
              "jp.noroshi.channels.fcm..",
              "jp.noroshi.channels.radio..",
              "jp.noroshi.channels.voice..",
              "jp.noroshi.channels.simulator..",
              "jp.noroshi.opsconsole.api..",
              "jp.noroshi.opsconsole.page..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SQL);

  @ArchTest
  static final ArchRule personal_data_is_sealed_only_in_the_register =
      noClasses()
          .that()
          .resideOutsideOfPackage("jp.noroshi.gis.register..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.crypto.tink..");

  @ArchTest
  static final ArchRule standard_streams_belong_to_the_command_line =
      NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule logging_goes_through_slf4j = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Misc|Common)");
}
