package jp.noroshi.shelters.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import jp.noroshi.shelters.checkin.HouseholdCard.Disclosure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({
    "LIVING_TOGETHER, UNANSWERED, WHEREABOUTS",
    "RELATIVE,        UNANSWERED, CONDITION",
    "CONNECTED,       UNANSWERED, CONDITION",
    "ACQUAINTANCE,    UNANSWERED, EXISTENCE",
    "LIVING_TOGETHER, YES,        WHEREABOUTS",
    "RELATIVE,        YES,        CONDITION",
    "ACQUAINTANCE,    YES,        CONDITION",
    "LIVING_TOGETHER, NO,         NOTHING",
    "ACQUAINTANCE,    NO,         NOTHING",
  })
  void theRelationAndTheHouseholdDecideHowMuchIsAnswered(
      Relation relation, Disclosure disclosure, Scope scope) {
    assertThat(Verdict.of(relation, Proof.PASSPORT, disclosure, false).widest()).isEqualTo(scope);
  }

  @ParameterizedTest
  @EnumSource(Relation.class)
  void nobodyIsToldAnythingOfSomebodyUnderProtection(Relation relation) {
    for (Disclosure disclosure : Disclosure.values()) {
      assertThat(Verdict.of(relation, Proof.NUMBER_CARD, disclosure, true).widest())
          .isEqualTo(Scope.NOTHING);
    }
  }

  @ParameterizedTest
  @EnumSource(Relation.class)
  void whoDoesNotProveWhoTheyAreIsToldNothing(Relation relation) {
    assertThat(Verdict.of(relation, Proof.NONE, Disclosure.YES, false))
        .satisfies(
            verdict -> {
              assertThat(verdict.widest()).isEqualTo(Scope.NOTHING);
              assertThat(verdict.reasons()).containsExactly(Reason.NO_PROOF);
            });
  }

  @Test
  void protectionIsTheReasonWhateverElseIsMissing() {
    assertThat(
            Arrays.stream(Proof.values())
                .map(proof -> Verdict.of(Relation.RELATIVE, proof, Disclosure.NO, true).reasons()))
        .allSatisfy(reasons -> assertThat(reasons).containsExactly(Reason.PROTECTED));
  }
}
