package jp.noroshi.shelters.response;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.message.Medium;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.targeting.FacilitiesInside;
import org.jdbi.v3.core.Handle;

/** What has to be said to whom after a case moved. */
public interface Errands {

  /** Something to be said. */
  sealed interface Errand {
    /** Returns the case it is about. */
    UUID caseId();

    /** Asks a supporter to help. */
    record AskSupporter(UUID caseId, SupportTask task) implements Errand {}

    /**
     * Tells a supporter who was asked that nothing is to be done any more.
     *
     * @param why what the case is from now on
     */
    record NotNeeded(UUID caseId, SupportTask task, CaseState why) implements Errand {}

    /** Asks the person. */
    record AskPerson(UUID caseId, PersonId person) implements Errand {}
  }

  /** Sends in the caller's transaction: what is said is said exactly if the case moved. */
  void send(Handle handle, UUID response, List<Errand> errands);

  /**
   * Asks a facility by every medium on file how far it is.
   *
   * @param token of its page
   */
  void askFacility(
      Handle handle,
      UUID response,
      FacilitiesInside.Facility facility,
      Hazard hazard,
      String token);

  /** Returns by which media facilities are reached; those that are not are left out. */
  Map<UUID, Set<Medium>> waysToFacilities(Handle handle, Collection<UUID> facilities);

  /** Returns which of the supporters have an address. */
  Set<UUID> reachable(Handle handle, Collection<UUID> supporters);
}
