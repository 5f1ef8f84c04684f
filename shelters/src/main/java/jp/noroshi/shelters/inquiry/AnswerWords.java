package jp.noroshi.shelters.inquiry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.noroshi.shelters.checkin.Evacuee;
import jp.noroshi.shelters.checkin.LeftFor;

/** Says an answer, to be read out or written down: nothing beyond its scope is in it. */
final class AnswerWords {

  /** The same whether nobody is known or nothing may be said: a refusal must tell nothing. */
  private static final String NOTHING = "お答えできる安否情報はありません。";

  private final Function<UUID, String> shelterName;

  AnswerWords(Function<UUID, String> shelterName) {
    this.shelterName = shelterName;
  }

  String say(Scope scope, Optional<Evacuee> sought) {
    if (sought.isEmpty()) {
      return NOTHING;
    }
    return switch (scope) {
      case NOTHING -> NOTHING;
      case EXISTENCE -> "安否情報を保有しています。";
      case CONDITION -> condition(sought.get());
      case WHEREABOUTS ->
          String.join(
              "\n",
              Stream.of(
                      List.of(whereabouts(sought.get()), condition(sought.get())),
                      contact(sought.get()))
                  .flatMap(List::stream)
                  .toList());
    };
  }

  private String whereabouts(Evacuee sought) {
    return sought
        .where()
        .map(
            where ->
                where
                    .left()
                    .map(
                        left ->
                            "居所："
                                + shelterName.apply(where.shelter())
                                + "を退所（"
                                + japanese(left)
                                + "）")
                    .orElseGet(() -> "居所：" + shelterName.apply(where.shelter())))
        .orElse("居所：不明");
  }

  private static List<String> contact(Evacuee sought) {
    return Stream.of(sought.householdCard().phone(), sought.card().contact())
        .filter(words -> !words.isBlank())
        .map(words -> "連絡先：" + words)
        .toList();
  }

  private static String condition(Evacuee sought) {
    return "負傷・疾病の状況："
        + switch (sought.card().condition()) {
          case WELL -> "なし（無事）";
          case INJURED -> "負傷";
          case SEVERELY_INJURED -> "重い負傷";
          case ILL -> "疾病・体調不良";
          case UNKNOWN -> "不明";
        };
  }

  private static String japanese(LeftFor left) {
    return switch (left) {
      case HOME -> "自宅へ";
      case RELATIVES -> "親族・知人宅へ";
      case SHELTER -> "別の避難所へ";
      case HOSPITAL -> "病院へ";
      case FACILITY -> "福祉施設へ";
      case TEMPORARY_HOUSING -> "仮設住宅などへ";
      case OTHER -> "その他";
      case UNKNOWN -> "行き先不明";
    };
  }
}
