package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.hazard.HazardKind;
import jp.noroshi.gis.plan.PlanDisclosures;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.DisclosureWish;
import jp.noroshi.gis.register.Disclosures;
import jp.noroshi.shelters.response.HandOvers;

/** Parts of the register, and plans, that are handed over and called back. */
final class DisclosureRoutes implements Routes {

  private final Disclosures disclosures;
  private final PlanDisclosures plans;
  private final PlanPapers papers;
  private final HandOvers lists;
  private final HandOverRoutes handOvers;

  DisclosureRoutes(
      Disclosures disclosures,
      PlanDisclosures plans,
      PlanPapers papers,
      HandOvers lists,
      HandOverRoutes handOvers) {
    this.disclosures = disclosures;
    this.plans = plans;
    this.papers = papers;
    this.lists = lists;
    this.handOvers = handOvers;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listDisclosures",
            _ -> Answer.ok(new DisclosureList(disclosures.list(), disclosures.byOrdinance())),
        "makeDisclosure", this::make,
        "fetchDisclosureCopy", this::fetch,
        "recallDisclosure", this::recall,
        "confirmDestruction",
            call ->
                Answer.ok(
                    disclosures.confirmDestroyed(
                        call.id("disclosureId"), copy(call), Looks.reader(call))));
  }

  private record DisclosureList(List<Disclosure> disclosures, boolean byOrdinance) {}

  private record WishBody(
      Disclosure.Subject subject,
      Optional<HazardKind> hazard,
      Disclosure.RecipientKind kind,
      String recipient,
      String purpose,
      List<AreaCode> districts,
      String keepUntil,
      List<String> holders) {

    DisclosureWish wish() {
      return new DisclosureWish(
          kind, recipient, purpose, districts, RegisterRoutes.day(keepUntil), holders);
    }
  }

  private record Recall(String reason) {}

  private Answer make(Call call) {
    WishBody body = call.read(WishBody.class);
    Disclosure made =
        switch (body.subject()) {
          case REGISTER -> disclosures.make(body.wish(), Looks.of(call));
          case NOT_YET_SAFE -> throw new ProblemException(ProblemKind.INVALID_REQUEST);
          case PLANS, PLAN_LIST ->
              plans.make(
                  body.subject(),
                  body.hazard()
                      .orElseThrow(() -> new ProblemException(ProblemKind.INVALID_REQUEST)),
                  body.wish(),
                  Looks.of(call));
        };
    return Answer.created(made);
  }

  private Answer fetch(Call call) {
    Disclosure disclosure = disclosures.find(call.id("disclosureId"));
    return switch (disclosure.subject()) {
      case REGISTER -> csv(disclosures.fetch(disclosure.id(), copy(call), Looks.of(call)));
      case NOT_YET_SAFE ->
          handOvers.print(lists.fetch(disclosure.id(), copy(call), Looks.reader(call)));
      case PLANS, PLAN_LIST -> papers.print(plans.fetch(disclosure, copy(call), Looks.of(call)));
    };
  }

  private static Answer csv(Disclosures.CopyFile file) {
    return new Answer.Download(Buffer.buffer(file.text()), file.name());
  }

  private Answer recall(Call call) {
    return Answer.ok(
        disclosures.recall(
            call.id("disclosureId"), call.read(Recall.class).reason(), Looks.reader(call)));
  }

  private static int copy(Call call) {
    return call.parameters().get("copy").getInteger();
  }
}
