package jp.noroshi.core.dispatch;

import static jp.noroshi.core.dispatch.Town.NIRAYAMA;
import static jp.noroshi.core.dispatch.Town.VIEWER;
import static jp.noroshi.core.dispatch.Town.WHOLE;
import static jp.noroshi.core.dispatch.Town.WRITER;
import static jp.noroshi.core.dispatch.Town.done;
import static jp.noroshi.core.dispatch.Town.lift;
import static jp.noroshi.core.dispatch.Town.order;
import static jp.noroshi.core.dispatch.Town.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.evacuation.EvacuationProposal;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvacuationDraftsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private Town town;

  @BeforeEach
  void openTown() {
    database.truncate("core");
    town = new Town(database.database(), Mode.LIVE);
  }

  @Test
  void theMunicipalityAsAWholeMeansAllItsDistricts() {
    Dispatch draft = done(propose(order(Hazard.STORM, 3, WHOLE)));
    assertThat(draft.audience()).isEqualTo(new Audience.InAreas(List.of(WHOLE)));
    assertThat(draft.media()).containsExactlyInAnyOrderElementsOf(Medium.FOR_MANY);
    town.approved(town.handedIn(draft));
    assertThat(town.services.orders().listInForce()).hasSize(4);
  }

  @Test
  void ordersKnowTheLevelsThreeToFiveOnly() {
    assertThat(refusal(propose(order(Hazard.FLOOD, 2, NIRAYAMA))))
        .contains(DispatchRefusal.LEVEL_NOT_ORDERED);
    for (int level = 3; level <= 5; level++) {
      assertThat(refusal(propose(order(Hazard.FLOOD, level, NIRAYAMA)))).isEmpty();
    }
  }

  @Test
  void aTsunamiKnowsTheEvacuationOrderOnly() {
    assertThat(refusal(propose(order(Hazard.TSUNAMI, 3, NIRAYAMA))))
        .contains(DispatchRefusal.LEVEL_NOT_ORDERED);
    assertThat(refusal(propose(order(Hazard.TSUNAMI, 5, NIRAYAMA))))
        .contains(DispatchRefusal.LEVEL_NOT_ORDERED);
    assertThat(refusal(propose(order(Hazard.TSUNAMI, 4, NIRAYAMA)))).isEmpty();
  }

  @Test
  void aProposalNeedsTheRightAndOurDistricts() {
    assertThat(
            refusal(town.services.evacuations().propose(order(Hazard.FLOOD, 3, NIRAYAMA), VIEWER)))
        .contains(DispatchRefusal.MAY_NOT_DRAFT);
    assertThat(refusal(propose(order(Hazard.FLOOD, 3)))).contains(DispatchRefusal.UNKNOWN_AREA);
    assertThat(refusal(propose(order(Hazard.FLOOD, 3, new AreaCode("22226-01")))))
        .contains(DispatchRefusal.UNKNOWN_AREA);
  }

  @Test
  void whatStandsAlreadyIsNotOrderedAgain() {
    assertThat(refusal(propose(lift(Hazard.FLOOD, NIRAYAMA))))
        .contains(DispatchRefusal.NOTHING_CHANGES);
    town.inForce(order(Hazard.FLOOD, 3, NIRAYAMA));
    assertThat(refusal(propose(order(Hazard.FLOOD, 3, NIRAYAMA))))
        .contains(DispatchRefusal.NOTHING_CHANGES);
    assertThat(town.count("select count(*) from core.evacuation_change")).isEqualTo(1);
  }

  @Test
  void liftingOneHazardLeavesTheOthers() {
    town.inForce(order(Hazard.FLOOD, 3, NIRAYAMA));
    town.inForce(order(Hazard.LANDSLIDE, 4, NIRAYAMA));
    Dispatch lifted = town.inForce(lift(Hazard.FLOOD, NIRAYAMA));

    assertThat(lifted.reason()).isEqualTo(DispatchReason.LIFTED);
    assertThat(town.services.orders().listInForce())
        .singleElement()
        .matches(order -> order.hazard() == Hazard.LANDSLIDE);
  }

  @Test
  void raisingIsUrgentAndLoweringIsNot() {
    assertThat(town.inForce(order(Hazard.FLOOD, 4, NIRAYAMA)).urgent()).isTrue();
    Dispatch lowered = town.inForce(order(Hazard.FLOOD, 3, NIRAYAMA));
    assertThat(lowered.urgent()).isFalse();
    assertThat(lowered.level()).contains(AlertLevel.THREE);
    assertThat(lowered.reason()).isEqualTo(DispatchReason.UPDATED);
  }

  @Test
  void theReasonInTheOfficersWordsStandsInTheText() {
    EvacuationProposal proposal =
        new EvacuationProposal(
            List.of(NIRAYAMA), Hazard.FLOOD, Optional.of(AlertLevel.THREE), " 狩野川の水位が上がっている ");
    assertThat(done(propose(proposal)).texts().getFirst().body())
        .startsWith("伊豆の国市です。狩野川の水位が上がっているため、韮山地区に、");
  }

  private DispatchResult propose(EvacuationProposal proposal) {
    return town.services.evacuations().propose(proposal, WRITER);
  }
}
