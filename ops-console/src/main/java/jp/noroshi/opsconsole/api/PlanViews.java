package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.EvacuationPlan;
import jp.noroshi.gis.plan.Exposure;
import jp.noroshi.gis.plan.PlanContent;
import jp.noroshi.gis.plan.PlanMap;
import jp.noroshi.gis.plan.PlanMaps;
import jp.noroshi.gis.plan.PlanProposals;
import jp.noroshi.gis.plan.PlanSheet;
import jp.noroshi.gis.plan.PlanState;
import jp.noroshi.gis.plan.PlanVersion;
import jp.noroshi.gis.plan.PlanWorklist;
import jp.noroshi.gis.plan.PlannedRoute;
import jp.noroshi.gis.plan.Provision;
import jp.noroshi.gis.plan.Rehearsal;
import jp.noroshi.gis.plan.Supporter;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.gis.register.Condition;
import jp.noroshi.gis.register.ConsentAnswer;
import jp.noroshi.gis.register.ConsentKind;
import jp.noroshi.gis.register.Contacts;
import jp.noroshi.gis.register.Mobility;
import jp.noroshi.gis.register.Person;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.PersonState;
import jp.noroshi.opsconsole.api.HubFacts.Named;
import org.locationtech.jts.geom.Polygon;

/** Plans as the contract shows them. */
final class PlanViews {

  private final HubFacts hub;
  private final PlanMaps maps;

  PlanViews(HubFacts hub, PlanMaps maps) {
    this.hub = hub;
    this.maps = maps;
  }

  /** A person, as far as the purpose allows. */
  record PersonView(
      PersonId id,
      String reference,
      PersonState state,
      Mobility mobility,
      Optional<Named> district,
      Optional<LatLon> home,
      boolean homeDoubtful,
      String name,
      String kana,
      Optional<LocalDate> birthDate,
      String address,
      Optional<String> phone,
      Optional<List<String>> reasons,
      Optional<List<Contacts.EmergencyContact>> emergencyContacts) {}

  /** Both halves of a permission, and the sum. */
  record ProvisionView(boolean allowed, boolean personAgrees, List<UUID> missing) {
    static ProvisionView of(Provision provision) {
      return new ProvisionView(provision.allowed(), provision.personAgrees(), provision.missing());
    }
  }

  /** The three consents. */
  record ConsentsView(
      ConsentAnswer registerProvision, ConsentAnswer planMaking, ConsentAnswer planProvision) {
    static ConsentsView of(Map<ConsentKind, ConsentAnswer> consents) {
      return new ConsentsView(
          consents.get(ConsentKind.REGISTER_PROVISION),
          consents.get(ConsentKind.PLAN_MAKING),
          consents.get(ConsentKind.PLAN_PROVISION));
    }
  }

  /** A plan with everything around it. */
  record PlanView(
      UUID id,
      HazardKind hazard,
      PlanState state,
      int version,
      PlanContent content,
      Optional<LocalDate> agreedOn,
      Instant settledAt,
      List<EvacuationPlan.Layer> layers,
      List<Rehearsal> rehearsals,
      List<PlanVersion> versions,
      Instant createdAt,
      String createdBy,
      Instant changedAt,
      String changedBy,
      PersonView person,
      List<Exposure> exposures,
      List<ZoneView> zones,
      List<SupporterView> supporters,
      ProvisionView provision,
      ConsentsView consents,
      PlanWorklist.Health health) {}

  /** What a supporter's entry holds. */
  record EntryView(
      int version,
      Supporter.Kind kind,
      String name,
      Optional<String> contact,
      Optional<String> address,
      Optional<String> phone,
      Optional<AreaCode> district,
      Optional<LatLon> home,
      Optional<String> hours,
      Optional<LocalDate> absentFrom,
      Optional<LocalDate> absentTo,
      int maxLoad,
      ConsentAnswer consent,
      Optional<LocalDate> consentOn,
      Optional<String> remarks,
      boolean gone) {

    static EntryView of(Supporter of) {
      return new EntryView(
          of.version(),
          of.kind(),
          of.name(),
          of.contact(),
          of.address(),
          of.phone(),
          of.district(),
          of.home(),
          of.hours(),
          of.absentFrom(),
          of.absentTo(),
          of.maxLoad(),
          of.consent(),
          of.consentOn(),
          of.remarks(),
          of.gone());
    }

    Supporter supporter(UUID id) {
      return new Supporter(
          id,
          kind,
          version,
          name,
          contact,
          address,
          phone,
          district,
          home,
          hours,
          absentFrom,
          absentTo,
          maxLoad,
          consent,
          consentOn,
          remarks,
          gone);
    }
  }

  /** A supporter and how much they carry. */
  record SupporterView(UUID id, EntryView entry, int people, boolean overloaded, boolean absent) {
    static SupporterView of(Supporters.Loaded loaded) {
      return new SupporterView(
          loaded.supporter().id(),
          EntryView.of(loaded.supporter()),
          loaded.people(),
          loaded.overloaded(),
          loaded.absent());
    }
  }

  /**
   * A zone of the danger, for drawing.
   *
   * @param polygons each a list of rings of pairs of longitude and latitude
   */
  record ZoneView(int rank, String label, List<List<List<List<Double>>>> polygons) {
    static ZoneView of(PlanMap.Zone zone) {
      return new ZoneView(
          zone.rank(),
          zone.label(),
          IntStream.range(0, zone.outline().getNumGeometries())
              .mapToObj(zone.outline()::getGeometryN)
              .filter(Polygon.class::isInstance)
              .map(part -> rings((Polygon) part))
              .toList());
    }

    private static List<List<List<Double>>> rings(Polygon polygon) {
      return Stream.concat(
              Stream.of(polygon.getExteriorRing()),
              IntStream.range(0, polygon.getNumInteriorRing()).mapToObj(polygon::getInteriorRingN))
          .map(ring -> Arrays.stream(ring.getCoordinates()).map(at -> List.of(at.x, at.y)).toList())
          .toList();
    }
  }

  /** A proposal. */
  record ProposalView(
      PersonView person,
      HazardKind hazard,
      Optional<UUID> existing,
      List<Exposure> exposures,
      List<ZoneView> zones,
      List<PlanProposals.Candidate> destinations,
      List<PlannedRoute> routes,
      List<SupporterView> supporters,
      LocalDate nextReview) {}

  PlanView view(PlanSheet sheet, Language language) {
    List<ZoneView> zones = maps.zonesAround(sheet).stream().map(ZoneView::of).toList();
    EvacuationPlan plan = sheet.plan();
    return new PlanView(
        plan.id(),
        plan.hazard(),
        plan.state(),
        plan.version(),
        plan.content(),
        plan.agreedOn(),
        plan.settledAt(),
        plan.layers(),
        plan.rehearsals(),
        sheet.versions(),
        plan.createdAt(),
        plan.createdBy(),
        plan.changedAt(),
        plan.changedBy(),
        view(sheet.person(), language),
        sheet.exposures(),
        zones,
        sheet.supporters().stream().map(SupporterView::of).toList(),
        ProvisionView.of(sheet.provision()),
        ConsentsView.of(sheet.consents()),
        sheet.health());
  }

  private List<ZoneView> zones(PlanProposals.Proposal proposal) {
    List<LatLon> places =
        Stream.of(
                proposal.person().outline().home().stream(),
                proposal.destinations().stream().map(PlanProposals.Candidate::point),
                proposal.routes().stream().flatMap(route -> route.line().stream()))
            .flatMap(each -> each)
            .toList();
    return maps.zonesAround(proposal.hazard(), places).stream().map(ZoneView::of).toList();
  }

  ProposalView view(PlanProposals.Proposal proposal, Language language) {
    return new ProposalView(
        view(proposal.person(), language),
        proposal.hazard(),
        proposal.existing(),
        proposal.exposures(),
        zones(proposal),
        proposal.destinations(),
        proposal.routes(),
        proposal.supporters().stream().map(SupporterView::of).toList(),
        proposal.nextReview());
  }

  private PersonView view(Person person, Language language) {
    return new PersonView(
        person.id(),
        person.identity().reference(),
        person.outline().state(),
        person.outline().mobility(),
        person.outline().district().map(code -> hub.named(code, language)),
        person.outline().home(),
        person.outline().homeDoubtful(),
        person.identity().name(),
        person.identity().kana(),
        person.identity().birthDate(),
        person.identity().residence().orElse(person.identity().address()),
        person.identity().phone(),
        person.condition().map(Condition::reasons),
        person.contacts().map(Contacts::emergency));
  }
}
