package jp.noroshi.opsconsole.api;

import static jp.noroshi.opsconsole.api.Access.anyone;
import static jp.noroshi.opsconsole.api.Access.everybodySignedIn;
import static jp.noroshi.opsconsole.api.Access.only;
import static jp.noroshi.opsconsole.api.Access.tabletOr;
import static jp.noroshi.opsconsole.auth.Role.ADMINISTRATOR;
import static jp.noroshi.opsconsole.auth.Role.APPROVER;
import static jp.noroshi.opsconsole.auth.Role.DUTY_OFFICER;
import static jp.noroshi.opsconsole.auth.Role.SHELTER_STAFF;
import static jp.noroshi.opsconsole.auth.Role.VIEWER;
import static jp.noroshi.opsconsole.auth.Role.WELFARE_STAFF;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.noroshi.opsconsole.auth.Role;

/**
 * Who may call which operation of the contract, in one table. What has no line here cannot be
 * called at all: the hub does not even start.
 */
final class RouteAccess {

  private static final Map<String, Access> TABLE =
      Map.ofEntries(
          Map.entry("getHub", anyone()),
          Map.entry("signIn", anyone()),
          Map.entry("getSession", everybodySignedIn()),
          Map.entry("signOut", everybodySignedIn()),
          Map.entry("changePassword", everybodySignedIn()),
          // What the public may know as well, and where to look when on duty anywhere.
          Map.entry("getSituation", everybodySignedIn()),
          Map.entry("getEvacuationOrders", everybodySignedIn()),
          Map.entry("getDistricts", everybodySignedIn()),
          Map.entry("getExposure", everybodySignedIn()),
          Map.entry("listMapLayers", everybodySignedIn()),
          Map.entry("getTile", everybodySignedIn()),
          Map.entry("listStations", everybodySignedIn()),
          Map.entry("countInside", only(DUTY_OFFICER, APPROVER, VIEWER, WELFARE_STAFF)),
          Map.entry("listSites", everybodySignedIn()),
          Map.entry("fetchSiteList", everybodySignedIn()),
          Map.entry("describeSite", only(DUTY_OFFICER, ADMINISTRATOR)),
          Map.entry("listAreaSets", everybodySignedIn()),
          Map.entry("saveAreaSet", only(DUTY_OFFICER, ADMINISTRATOR)),
          Map.entry("removeAreaSet", only(DUTY_OFFICER, ADMINISTRATOR)),
          Map.entry("retireHazardLayer", only(APPROVER, ADMINISTRATOR)),
          // Shelters: who is on duty instructs, who is on the spot says how it is.
          Map.entry("listShelters", new Access.TabletOrStaff(EnumSet.allOf(Role.class))),
          Map.entry("getShelter", new Access.TabletOrStaff(EnumSet.allOf(Role.class))),
          Map.entry("getLAlert", only(DUTY_OFFICER, APPROVER, VIEWER, SHELTER_STAFF)),
          Map.entry("addShelter", only(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("correctShelter", only(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("instructShelters", only(DUTY_OFFICER)),
          Map.entry("sayOpening", tabletOr(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("sayCrowding", tabletOr(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("confirmOpening", tabletOr(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("enrolTablet", only(DUTY_OFFICER, SHELTER_STAFF, ADMINISTRATOR)),
          Map.entry("listTablets", only(DUTY_OFFICER, SHELTER_STAFF, ADMINISTRATOR)),
          Map.entry("lockTablet", only(DUTY_OFFICER, ADMINISTRATOR)),
          Map.entry("takeCheckins", tabletOr(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("readCheckins", tabletOr(SHELTER_STAFF)),
          Map.entry("followCheckins", tabletOr(SHELTER_STAFF)),
          Map.entry("findPreregistrations", tabletOr(SHELTER_STAFF)),
          Map.entry("getPreregistration", tabletOr(SHELTER_STAFF)),
          Map.entry("recogniseEvacuee", tabletOr(SHELTER_STAFF)),
          Map.entry("listCardLooks", only(ADMINISTRATOR)),
          Map.entry("openBrief", tabletOr(SHELTER_STAFF)),
          Map.entry("printHouseholdForms", only(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("listDoubts", tabletOr(DUTY_OFFICER, SHELTER_STAFF)),
          // People by name, each look with what for.
          Map.entry("findEvacuees", only(DUTY_OFFICER, SHELTER_STAFF, WELFARE_STAFF)),
          Map.entry("openDoubt", only(DUTY_OFFICER, SHELTER_STAFF)),
          Map.entry("takeInquiry", only(DUTY_OFFICER, WELFARE_STAFF)),
          Map.entry("listInquiries", only(DUTY_OFFICER, WELFARE_STAFF)),
          Map.entry("openInquiry", only(DUTY_OFFICER, WELFARE_STAFF)),
          Map.entry("answerInquiry", only(DUTY_OFFICER, WELFARE_STAFF)),
          // Who is under protection is known to the office that protects; everybody may ask for it.
          Map.entry("listProtections", only(WELFARE_STAFF)),
          Map.entry("noteProtection", only(DUTY_OFFICER, SHELTER_STAFF, WELFARE_STAFF)),
          Map.entry("liftProtection", only(WELFARE_STAFF)),
          Map.entry("listVictimExports", only(DUTY_OFFICER, WELFARE_STAFF)),
          Map.entry("makeVictimExport", only(WELFARE_STAFF)),
          Map.entry("fetchVictimExport", only(WELFARE_STAFF)),
          Map.entry("recallVictimExport", only(WELFARE_STAFF)),
          Map.entry("getTally", everybodySignedIn()),
          Map.entry("getTallyHistory", everybodySignedIn()),
          Map.entry("listSupplies", only(DUTY_OFFICER, APPROVER, VIEWER, SHELTER_STAFF)),
          Map.entry("getScorecard", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("printScorecard", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("fetchPrefectureReport", only(DUTY_OFFICER, APPROVER, VIEWER)),
          Map.entry("getShelterTally", tabletOr(DUTY_OFFICER, APPROVER, VIEWER, SHELTER_STAFF)),
          // A machine may propose what a person then decides about.
          Map.entry(
              "proposeImport", new Access.MachineOrStaff(Set.of(DUTY_OFFICER, ADMINISTRATOR))),
          Map.entry("listImports", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("getImport", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("listImportRows", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("approveImport", only(APPROVER, ADMINISTRATOR)),
          Map.entry("rejectImport", only(APPROVER, ADMINISTRATOR)),
          Map.entry("undoImport", only(APPROVER, ADMINISTRATOR)),
          Map.entry("listClosures", everybodySignedIn()),
          Map.entry("planRoute", everybodySignedIn()),
          Map.entry("getReachability", only(DUTY_OFFICER, APPROVER, VIEWER)),
          Map.entry("addClosure", only(DUTY_OFFICER)),
          Map.entry("liftClosure", only(DUTY_OFFICER)),
          Map.entry("listAlerts", everybodySignedIn()),
          Map.entry("getAlert", everybodySignedIn()),
          Map.entry("followEvents", everybodySignedIn()),
          // Bytes nobody has checked yet.
          Map.entry("getOriginal", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("listQuarantine", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("takeIn", new Access.MachineOrStaff(Set.of(DUTY_OFFICER))),
          Map.entry("followIntake", new Access.MachineOrStaff(Set.of(DUTY_OFFICER))),
          Map.entry("writeNotice", only(DUTY_OFFICER)),
          Map.entry("proposeEvacuationOrder", only(DUTY_OFFICER)),
          Map.entry("listDispatches", only(DUTY_OFFICER, APPROVER, VIEWER)),
          Map.entry("getDispatch", only(DUTY_OFFICER, APPROVER, VIEWER)),
          Map.entry("getBoard", only(DUTY_OFFICER, APPROVER, VIEWER)),
          Map.entry("editDispatch", only(DUTY_OFFICER)),
          Map.entry("requestApproval", only(DUTY_OFFICER)),
          Map.entry("discard", only(DUTY_OFFICER)),
          Map.entry("correct", only(DUTY_OFFICER)),
          // A duty officer without the right to approve is refused by the approval itself, so that
          // the attempt stands in the chronology.
          Map.entry("approve", only(DUTY_OFFICER, APPROVER)),
          Map.entry("sendBack", only(APPROVER)),
          Map.entry("listChronology", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          Map.entry("verifyChronology", only(DUTY_OFFICER, APPROVER, VIEWER, ADMINISTRATOR)),
          // People who need assistance: the office that keeps the register, and others only within
          // a
          // declared emergency, as the register itself sees to.
          Map.entry("searchPeople", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("enterPerson", only(WELFARE_STAFF)),
          Map.entry("amendPerson", only(WELFARE_STAFF)),
          Map.entry("openPerson", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("recordConsent", only(WELFARE_STAFF)),
          Map.entry("listRegisterImports", only(WELFARE_STAFF)),
          Map.entry("proposeRegisterImport", only(WELFARE_STAFF)),
          Map.entry("openRegisterImport", only(WELFARE_STAFF)),
          Map.entry("approveRegisterImport", only(WELFARE_STAFF)),
          Map.entry("rejectRegisterImport", only(WELFARE_STAFF)),
          Map.entry("undoRegisterImport", only(WELFARE_STAFF)),
          Map.entry("listDisclosures", only(WELFARE_STAFF)),
          Map.entry("makeDisclosure", only(WELFARE_STAFF)),
          Map.entry("fetchDisclosureCopy", only(WELFARE_STAFF)),
          Map.entry("confirmDestruction", only(WELFARE_STAFF)),
          Map.entry("recallDisclosure", only(WELFARE_STAFF)),
          // Plans, and who helps: the same.
          Map.entry("listPeopleInside", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("listPlans", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("getPlanHealth", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("examinePlans", only(WELFARE_STAFF)),
          Map.entry("getPlan", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("savePlan", only(WELFARE_STAFF)),
          Map.entry("agreePlan", only(WELFARE_STAFF)),
          Map.entry("reviewPlan", only(WELFARE_STAFF)),
          Map.entry("rehearsePlan", only(WELFARE_STAFF)),
          Map.entry("getPlanVersion", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("printPlan", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("printPlanList", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("proposePlan", only(WELFARE_STAFF)),
          Map.entry("listSupporters", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("searchSupporters", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("saveSupporter", only(WELFARE_STAFF)),
          // A response: how many stand where may be known on duty; who they are only where the
          // register may be opened, and each is a look in its log.
          // What residents say of themselves, and how those who help are reached.
          Map.entry("listReports", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("handleReport", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("getContact", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("tryContact", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("telephoneContact", only(WELFARE_STAFF)),
          Map.entry("makeSupporterPage", only(WELFARE_STAFF)),
          Map.entry("forgetContact", only(WELFARE_STAFF)),
          Map.entry("makeLinkCode", only(WELFARE_STAFF)),
          Map.entry("makeAnswerLink", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("listResponses", only(DUTY_OFFICER, APPROVER, VIEWER, WELFARE_STAFF)),
          Map.entry("getResponse", only(DUTY_OFFICER, APPROVER, VIEWER, WELFARE_STAFF)),
          Map.entry("startResponse", only(DUTY_OFFICER)),
          Map.entry("endResponse", only(DUTY_OFFICER)),
          Map.entry("renewResponse", only(DUTY_OFFICER)),
          Map.entry("listNotYetSafe", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("nameNotYetSafe", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("placeNotYetSafe", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("getCase", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("openCase", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("decideCase", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("listFacilityTasks", only(DUTY_OFFICER, APPROVER, VIEWER, WELFARE_STAFF)),
          Map.entry("sayForFacility", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("noteOnCase", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("makeFacilityLink", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("listCareFacilities", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("writeFacilityPhone", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("listHandOvers", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("makeHandOver", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("fetchHandOver", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("recallHandOver", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("answerForSupporter", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("getRegister", only(WELFARE_STAFF, DUTY_OFFICER, ADMINISTRATOR)),
          Map.entry("listEmergencies", only(WELFARE_STAFF, DUTY_OFFICER, ADMINISTRATOR)),
          Map.entry("declareEmergency", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("endEmergency", only(WELFARE_STAFF, DUTY_OFFICER)),
          Map.entry("acknowledgeEmergency", only(WELFARE_STAFF, ADMINISTRATOR)),
          Map.entry("listAccessLines", only(WELFARE_STAFF, ADMINISTRATOR)),
          Map.entry("listAccounts", only(ADMINISTRATOR)),
          Map.entry("createAccount", only(ADMINISTRATOR)),
          Map.entry("changeAccount", only(ADMINISTRATOR)),
          Map.entry("resetPassword", only(ADMINISTRATOR)),
          Map.entry("listIntakeTokens", only(ADMINISTRATOR)),
          Map.entry("createIntakeToken", only(ADMINISTRATOR)),
          Map.entry("revokeIntakeToken", only(ADMINISTRATOR)));

  private RouteAccess() {}

  static Map<String, Access> table() {
    return TABLE;
  }

  /**
   * Returns who may call an operation.
   *
   * @throws IllegalStateException when the operation has no line
   */
  static Access of(String operationId) {
    Access access = TABLE.get(operationId);
    if (access == null) {
      throw new IllegalStateException("nobody said who may call " + operationId);
    }
    return access;
  }

  /**
   * Checks that the table has exactly the operations of the contract.
   *
   * @throws IllegalStateException naming what is missing or too many
   */
  static void requireExactly(Set<String> operationIds) {
    if (!TABLE.keySet().equals(operationIds)) {
      throw new IllegalStateException(
          "the contract has "
              + new TreeSet<>(operationIds)
              + ", the table of access has "
              + new TreeSet<>(TABLE.keySet()));
    }
  }
}
