package jp.noroshi.shelters.response;

import java.time.Duration;
import java.time.InstantSource;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.plan.PlanServices;
import jp.noroshi.gis.register.RegisterServices;
import jp.noroshi.gis.register.RoomCipher;
import jp.noroshi.gis.targeting.FacilitiesInside;

/**
 * Everything of the response, put together for one mode.
 *
 * @param responses begins and ends it
 * @param answers takes words
 * @param notYetSafe the list
 * @param sheets opens cases for staff
 * @param homes places cases on the map
 * @param pages what stands behind answer pages
 * @param courses what happened with one person
 * @param notes what staff write about one
 * @param facilities what facilities inside say
 * @param facilityPages what stands behind their pages
 * @param facilityAnswers takes their words
 * @param handOvers hands the list over to those who look for people
 * @param worker does what the hub does by itself; start it
 */
public record ResponseServices(
    Responses responses,
    CaseAnswers answers,
    NotYetSafe notYetSafe,
    CaseSheets sheets,
    CaseHomes homes,
    AnswerPages pages,
    CaseCourses courses,
    CaseNotes notes,
    FacilityTasks facilities,
    FacilityPages facilityPages,
    FacilityAnswers facilityAnswers,
    HandOvers handOvers,
    ResponseWorker worker) {

  /** How often a worker looks for what nobody announced: a time that came, another hub's order. */
  private static final Duration POLL = Duration.ofSeconds(1);

  /** What it stands on. */
  public record Stores(
      Database database,
      Chronology chronology,
      EvacuationOrders orders,
      RegisterServices register,
      PlanServices plans,
      CallUp callUp,
      Errands errands,
      SafetySigns signs) {}

  /** Opens the services of one mode. */
  public static ResponseServices open(
      Stores stores, ResponseSettings settings, Mode mode, InstantSource clock) {
    CaseTable cases = new CaseTable(mode);
    CaseDesk desk = new CaseDesk(cases, new CaseRules(settings), stores.errands(), clock);
    Responses responses =
        new Responses(
            stores.database(),
            stores.orders(),
            new Declarations(stores.register().emergencies()),
            stores.chronology(),
            settings,
            mode,
            clock);
    FacilityTokens facilityTokens = new FacilityTokens(settings, clock);
    FacilityTasks facilities =
        new FacilityTasks(
            new FacilityTasks.Parts(
                stores.database(),
                new FacilitiesInside(stores.database()),
                desk,
                stores.errands(),
                facilityTokens,
                settings,
                clock));
    FacilityAnswers facilityAnswers = new FacilityAnswers(responses, facilities, desk);
    ResponseRounds rounds =
        new ResponseRounds(
            new ResponseRounds.Parts(
                stores.database(),
                responses,
                stores.callUp(),
                cases,
                desk,
                stores.errands(),
                facilities,
                stores.signs(),
                mode,
                clock));
    NotYetSafe list = new NotYetSafe(stores.database(), clock);
    CaseNotes notes =
        new CaseNotes(
            new CaseNotes.Parts(
                stores.database(),
                new RoomCipher(stores.register().cipher(), CaseNotes.ROOM),
                desk,
                mode,
                clock));
    CaseAnswers answers = new CaseAnswers(stores.database(), cases, desk);
    return new ResponseServices(
        responses,
        answers,
        list,
        new CaseSheets(
            stores.database(), list, stores.register().register(), stores.plans(), notes),
        new CaseHomes(stores.database(), list, stores.register().register()),
        new AnswerPages(
            new AnswerPages.Parts(
                stores.database(),
                stores.register().register(),
                stores.plans().plans(),
                new AnswerTokens(settings, clock),
                cases),
            answers),
        new CaseCourses(stores.database()),
        notes,
        facilities,
        new FacilityPages(
            stores.database(), facilityTokens, responses, facilities, facilityAnswers),
        facilityAnswers,
        new HandOvers(
            new HandOvers.Parts(
                stores.database(),
                responses,
                list,
                stores.register().register(),
                stores.register().disclosures(),
                stores.register().ledger(),
                stores.register().emergencies(),
                notes,
                clock)),
        new ResponseWorker(rounds, desk, POLL));
  }
}
