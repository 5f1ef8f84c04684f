package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.register.Disclosure;
import jp.noroshi.gis.register.DisclosureWish;
import jp.noroshi.gis.register.Disclosures;

/** Parts of the register that are handed over, and called back. */
final class DisclosureRoutes implements Routes {

  private final Disclosures disclosures;

  DisclosureRoutes(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listDisclosures", _ -> Answer.ok(new DisclosureList(disclosures.list())),
        "makeDisclosure", this::make,
        "fetchDisclosureCopy", this::fetch,
        "recallDisclosure", this::recall,
        "confirmDestruction",
            call ->
                Answer.ok(
                    disclosures.confirmDestroyed(
                        call.id("disclosureId"), copy(call), Looks.reader(call))));
  }

  private record DisclosureList(List<Disclosure> disclosures) {}

  private record WishBody(
      Disclosure.RecipientKind kind,
      String recipient,
      String purpose,
      List<AreaCode> districts,
      String keepUntil,
      List<String> holders) {}

  private record Recall(String reason) {}

  private Answer make(Call call) {
    WishBody body = call.read(WishBody.class);
    return Answer.created(
        disclosures.make(
            new DisclosureWish(
                body.kind(),
                body.recipient(),
                body.purpose(),
                body.districts(),
                RegisterRoutes.day(body.keepUntil()),
                body.holders()),
            Looks.of(call)));
  }

  private Answer fetch(Call call) {
    Disclosures.CopyFile file =
        disclosures.fetch(call.id("disclosureId"), copy(call), Looks.of(call));
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
