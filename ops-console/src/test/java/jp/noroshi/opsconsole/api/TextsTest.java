package jp.noroshi.opsconsole.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import jp.noroshi.core.delivery.DeliveryReason;
import jp.noroshi.core.dispatch.DispatchRefusal;
import jp.noroshi.gis.file.UnreadableFileException;
import jp.noroshi.gis.imports.ImportRefusal;
import jp.noroshi.gis.plan.PlanRefusal;
import jp.noroshi.gis.register.RegisterRefusal;
import jp.noroshi.gis.targeting.AreaRefusedException;
import jp.noroshi.opsconsole.auth.AccountRefusal;
import jp.noroshi.shelters.inquiry.InquiryRefusal;
import jp.noroshi.shelters.victims.VictimExportRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  @Test
  void everyLanguageSaysTheSameThings() {
    assertThat(Texts.in(Language.EN).keys()).isEqualTo(Texts.in(Language.JA).keys());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void everyProblemHasItsWordsInEveryLanguage(ProblemKind kind) {
    for (Language language : Language.values()) {
      assertThat(ProblemDocument.of(new ProblemException(kind), language, "/api/x"))
          .satisfies(
              document -> {
                assertThat(document.title()).isNotBlank();
                assertThat(document.detail()).isNotBlank();
                assertThat(document.whatToDo()).isNotBlank();
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonOfADeliveryHasItsWords(DeliveryReason reason) {
    for (Language language : Language.values()) {
      assertThat(Texts.in(language).get("reason." + reason.name())).isNotBlank();
    }
  }

  static Stream<ProblemKind> problems() {
    return Stream.of(
            ownKinds(),
            Arrays.stream(DispatchRefusal.values()).map(ProblemKind::of),
            Arrays.stream(RegisterRefusal.values()).map(ProblemKind::of),
            Arrays.stream(ImportRefusal.values()).map(ProblemKind::of),
            Arrays.stream(UnreadableFileException.Fault.values()).map(ProblemKind::of),
            Arrays.stream(InquiryRefusal.values()).map(ProblemKind::of),
            Arrays.stream(VictimExportRefusal.values()).map(ProblemKind::of),
            Arrays.stream(PlanRefusal.values()).map(ProblemKind::of),
            Arrays.stream(AreaRefusedException.Fault.values()).map(ProblemKind::of),
            Arrays.stream(AccountRefusal.values()).map(ProblemKind::of))
        .flatMap(kinds -> kinds);
  }

  private static Stream<ProblemKind> ownKinds() {
    return Arrays.stream(ProblemKind.class.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getType() == ProblemKind.class)
        .map(
            field -> {
              try {
                return (ProblemKind) field.get(null);
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            });
  }
}
