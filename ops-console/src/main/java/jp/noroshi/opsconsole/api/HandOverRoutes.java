package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.DisclosureWish;
import jp.noroshi.opsconsole.paper.HandOverCsv;
import jp.noroshi.opsconsole.paper.HandOverPaper;
import jp.noroshi.shelters.response.HandOvers;
import jp.noroshi.shelters.response.HandOvers.Handed;

/** The list of those not yet safe on its way to the fire service and the police, and back. */
final class HandOverRoutes implements Routes {

  private final HubFacts hub;
  private final HandOvers handOvers;

  HandOverRoutes(HubFacts hub, HandOvers handOvers) {
    this.hub = hub;
    this.handOvers = handOvers;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listHandOvers", _ -> Answer.ok(new HandOverList(handOvers.list())),
        "makeHandOver", this::make,
        "fetchHandOver", this::fetch,
        "recallHandOver", this::recall);
  }

  private record HandOverList(List<Disclosure> handOvers) {}

  private record Wish(
      UUID response,
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

  private Answer make(Call call) {
    Wish body = call.read(Wish.class);
    return Answer.created(handOvers.make(body.response(), body.wish(), Looks.reader(call)));
  }

  private Answer fetch(Call call) {
    Handed handed =
        handOvers.fetch(
            call.id("disclosureId"),
            call.parameters().get("copy").getInteger(),
            Looks.reader(call));
    return call.text("format").equals("CSV") ? csv(handed) : print(handed);
  }

  private Answer csv(Handed handed) {
    return file(handed, HandOverCsv.write(hub.mode(), handed), "csv");
  }

  /** Prints a copy that was fetched. */
  Answer print(Handed handed) {
    byte[] pdf =
        new HandOverPaper().print(hub.municipality().name(), hub.mode(), handed, hub.now());
    return file(handed, pdf, "pdf");
  }

  private static Answer file(Handed handed, byte[] bytes, String ending) {
    return new Answer.Download(
        Buffer.buffer(bytes),
        "anpi-%d-%d.%s".formatted(handed.disclosure().number(), handed.copy().number(), ending));
  }

  private record Recall(String reason) {}

  private Answer recall(Call call) {
    return Answer.ok(
        handOvers.recall(
            call.id("disclosureId"), call.read(Recall.class).reason(), Looks.reader(call)));
  }
}
