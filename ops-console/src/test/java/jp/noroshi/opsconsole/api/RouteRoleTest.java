package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.noroshi.core.storage.TestDatabase;
import jp.noroshi.opsconsole.auth.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may call what, asked of the running server: every operation × every kind of caller. */
class RouteRoleTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /**
   * D duty officer, A approver, S shelter staff, W welfare staff, V viewer, X administrator, M
   * machine with an intake token, T tablet of a shelter, - stranger.
   */
  private static final String TABLE =
      """
      getHub                  DASWVXMT-
      signIn                  DASWVXMT-
      getSession              DASWVX
      signOut                 DASWVX
      changePassword          DASWVX
      getSituation            DASWVX
      getEvacuationOrders     DASWVX
      getDistricts            DASWVX
      getExposure             DASWVX
      listMapLayers           DASWVX
      getTile                 DASWVX
      listStations            DASWVX
      countInside             DA WV
      listSites               DASWVX
      fetchSiteList           DASWVX
      describeSite            D    X
      listShelters            DASWVXT
      getShelter              DASWVXT
      getLAlert               DAS V
      addShelter              D S
      correctShelter          D S
      instructShelters        D
      sayOpening              D ST
      sayCrowding             D ST
      confirmOpening          D ST
      enrolTablet             D S  X
      listTablets             D S  X
      lockTablet              D    X
      takeCheckins            D S   T
      readCheckins              S   T
      followCheckins            S   T
      findPreregistrations      S   T
      getPreregistration        S   T
      recogniseEvacuee          S   T
      openBrief                 S   T
      listCardLooks                X
      printHouseholdForms     D S
      listDoubts              D S   T
      findEvacuees            D SW
      openDoubt               D S
      takeInquiry             D  W
      listInquiries           D  W
      openInquiry             D  W
      answerInquiry           D  W
      listProtections            W
      noteProtection          D SW
      liftProtection             W
      listVictimExports       D  W
      makeVictimExport           W
      fetchVictimExport          W
      recallVictimExport         W
      getTally                DASWVX
      getTallyHistory         DASWVX
      listSupplies            DAS V
      getScorecard            DA  VX
      printScorecard          DA  VX
      fetchPrefectureReport     DA  V
      getShelterTally         DAS V T
      listAreaSets            DASWVX
      saveAreaSet             D    X
      removeAreaSet           D    X
      retireHazardLayer        A   X
      proposeImport           D    XM
      listImports             DA  VX
      getImport               DA  VX
      listImportRows          DA  VX
      approveImport            A   X
      rejectImport             A   X
      undoImport               A   X
      listAlerts              DASWVX
      getAlert                DASWVX
      followEvents            DASWVX
      getOriginal             DA  VX
      listQuarantine          DA  VX
      takeIn                  D     M
      followIntake            D     M
      writeNotice             D
      proposeEvacuationOrder  D
      listDispatches          DA  V
      getDispatch             DA  V
      getBoard                DA  V
      editDispatch            D
      requestApproval         D
      discard                 D
      correct                 D
      approve                 DA
      sendBack                 A
      listChronology          DA  VX
      verifyChronology        DA  VX
      listClosures            DASWVX
      planRoute               DASWVX
      getReachability         DA  V
      addClosure              D
      liftClosure             D
      searchPeople            D  W
      openPerson              D  W
      enterPerson                W
      amendPerson                W
      recordConsent              W
      listRegisterImports        W
      proposeRegisterImport      W
      openRegisterImport         W
      approveRegisterImport      W
      rejectRegisterImport       W
      undoRegisterImport         W
      listDisclosures            W
      makeDisclosure             W
      fetchDisclosureCopy        W
      confirmDestruction         W
      recallDisclosure           W
      listPeopleInside        D  W
      listReports             D  W
      handleReport            D  W
      getContact              D  W
      tryContact              D  W
      telephoneContact           W
      makeSupporterPage          W
      forgetContact              W
      makeLinkCode               W
      makeAnswerLink          D  W
      listResponses           DA WV
      getResponse             DA WV
      startResponse           D
      endResponse             D
      renewResponse           D
      listNotYetSafe          D  W
      nameNotYetSafe          D  W
      placeNotYetSafe         D  W
      getCase                 D  W
      openCase                D  W
      decideCase              D  W
      answerForSupporter      D  W
      listFacilityTasks       DA WV
      sayForFacility          D  W
      makeFacilityLink        D  W
      listCareFacilities      D  W
      writeFacilityPhone      D  W
      noteOnCase              D  W
      listHandOvers           D  W
      makeHandOver            D  W
      fetchHandOver           D  W
      recallHandOver          D  W
      listPlans               D  W
      getPlanHealth           D  W
      examinePlans               W
      getPlan                 D  W
      savePlan                   W
      agreePlan                  W
      reviewPlan                 W
      rehearsePlan               W
      getPlanVersion          D  W
      printPlan               D  W
      printPlanList           D  W
      proposePlan                W
      listSupporters          D  W
      searchSupporters        D  W
      saveSupporter              W
      getRegister             D  W X
      listEmergencies         D  W X
      declareEmergency        D  W
      endEmergency            D  W
      acknowledgeEmergency       W X
      listAccessLines            W X
      listAccounts                 X
      createAccount                X
      changeAccount                X
      resetPassword                X
      listIntakeTokens             X
      createIntakeToken            X
      revokeIntakeToken            X
      """;

  private static final Map<Character, Role> ROLES =
      Map.of(
          'D', Role.DUTY_OFFICER,
          'A', Role.APPROVER,
          'S', Role.SHELTER_STAFF,
          'W', Role.WELFARE_STAFF,
          'V', Role.VIEWER,
          'X', Role.ADMINISTRATOR);

  private static TestHub hub;
  private static String machineToken;
  private static String tabletToken;

  @BeforeAll
  static void start() {
    hub = TestHub.start(database.database());
    ROLES.values().forEach(role -> hub.auth().account(account(role), role));
    machineToken = hub.auth().intakeTokens().create("県システム", "test").secret();
    tabletToken = hub.tablets().enrol("1号機", new UUID(0, 0), "test").secret();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private record Route(String id, String method, String path) {}

  @Test
  void theTableHasALineForEveryOperationOfTheContract() {
    assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(ContractTest.operationIds());
  }

  @TestFactory
  Stream<DynamicTest> onlyThoseInTheTableMayCallIt() {
    return routes().stream()
        .flatMap(
            route ->
                "DASWVXMT-"
                    .chars()
                    .mapToObj(
                        caller ->
                            DynamicTest.dynamicTest(
                                route.id() + " by " + (char) caller,
                                () -> check(route, (char) caller))));
  }

  private static void check(Route route, char caller) throws IOException {
    boolean allowed = table().get(route.id()).indexOf(caller) >= 0;
    HttpResponse<InputStream> response = client(caller).open(route.method(), route.path());
    try (InputStream body = response.body()) {
      if (allowed) {
        assertThat(response.statusCode()).isNotIn(401, 403).isLessThan(500);
      } else {
        assertThat(response.statusCode()).isEqualTo(caller == '-' ? 401 : 403);
        JsonObject problem = new JsonObject(Buffer.buffer(body.readAllBytes()));
        assertThat(problem.getString("type"))
            .isEqualTo("urn:noroshi:problem:" + (caller == '-' ? "not-signed-in" : "not-allowed"));
      }
    }
  }

  private static HubClient client(char caller) {
    return switch (caller) {
      case '-' -> hub.stranger();
      case 'M' -> hub.stranger().with("Authorization", "Bearer " + machineToken);
      case 'T' -> hub.stranger().with("Authorization", "Bearer " + tabletToken);
      default -> hub.withSession(account(ROLES.get(caller)));
    };
  }

  private static String account(Role role) {
    return "a-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, String> table() {
    Map<String, String> table = new HashMap<>();
    TABLE
        .lines()
        .forEach(
            line -> {
              String[] parts = line.strip().split("\\s+", 2);
              table.put(parts[0], parts[1]);
            });
    return table;
  }

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    JsonObject paths = ApiContract.read().getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      for (Map.Entry<String, Object> entry : paths.getJsonObject(path)) {
        if (entry.getValue() instanceof JsonObject operation) {
          routes.add(
              new Route(
                  operation.getString("operationId"),
                  entry.getKey().toUpperCase(Locale.ROOT),
                  "/api" + filled(path)));
        }
      }
    }
    return routes;
  }

  private static String filled(String path) {
    return path.replace("{accountName}", "nobody")
        .replace("{copy}", "1")
        .replace("{layer}/{zoom}/{x}/{tile}", "districts/12/3628/1621.mvt")
        .replace("{version}", "1")
        .replaceAll("\\{[a-zA-Z]+}", "00000000-0000-0000-0000-000000000000");
  }
}
