package jp.noroshi.opsconsole.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.opsconsole.auth.Tablet;
import jp.noroshi.opsconsole.auth.Tablets;
import jp.noroshi.opsconsole.paper.HouseholdForms;
import jp.noroshi.shelters.checkin.CardLook;
import jp.noroshi.shelters.checkin.Checkin;
import jp.noroshi.shelters.checkin.Doubt;
import jp.noroshi.shelters.checkin.LookPurpose;
import jp.noroshi.shelters.checkin.Preregistration;
import jp.noroshi.shelters.checkin.Refusal;

/** What tablets hand in and read back. */
final class CheckinRoutes implements Routes {

  private static final long USUAL_LIMIT = 500;

  private final HubFacts hub;
  private final Reception reception;
  private final Tablets tablets;
  private final HouseholdForms forms = new HouseholdForms();

  CheckinRoutes(HubFacts hub, Reception reception, Tablets tablets) {
    this.hub = hub;
    this.reception = reception;
    this.tablets = tablets;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "takeCheckins", this::take,
        "readCheckins", this::read,
        "listDoubts", this::doubts,
        "findPreregistrations", this::find,
        "getPreregistration", this::get,
        "printHouseholdForms", this::print,
        "listCardLooks", this::looks);
  }

  private record HandIn(UUID device, int unsent, List<JsonNode> events) {}

  private record TakenView(int taken, int known, List<Refusal> refused) {}

  private Answer take(Call call) {
    HandIn handIn = call.read(HandIn.class);
    Checkin.Taken taken = reception.checkin().takeJson(handIn.events()).join();
    if (call.caller() instanceof Caller.ShelterTablet tablet) {
      tablets.told(tablet.tablet().device(), handIn.unsent());
    }
    return Answer.ok(new TakenView(taken.taken(), taken.known(), taken.refused()));
  }

  private Answer read(Call call) {
    UUID shelter = call.id("shelter");
    call.requireOwnShelter(shelter);
    return Answer.ok(
        reception
            .checkin()
            .read(
                shelter,
                call.findNumber("after").orElse(0L),
                Math.toIntExact(call.findNumber("limit").orElse(USUAL_LIMIT)),
                call.actor()));
  }

  private record Found(List<Preregistration> preregistrations) {}

  private Answer find(Call call) {
    return Answer.ok(
        new Found(reception.checkin().preregistrations().find(call.text("q"), call.actor())));
  }

  private Answer get(Call call) {
    return Answer.okOrNotFound(
        reception.checkin().preregistrations().findByCode(call.text("code"), call.actor()));
  }

  private Answer print(Call call) {
    int count = Math.toIntExact(call.findNumber("count").orElseThrow());
    return new Answer.Download(
        Buffer.buffer(
            forms.print(
                hub.municipality().name(),
                hub.mode() == Mode.DRILL,
                reception.checkin().preregistrations().newCodes(count))),
        "household-forms.pdf");
  }

  private record LookView(
      long number,
      Instant at,
      String account,
      Optional<String> device,
      LookPurpose purpose,
      Optional<UUID> shelter,
      int cards) {}

  private record LookPage(List<LookView> looks, Optional<Long> next) {}

  private Answer looks(Call call) {
    int limit = Page.limit(call);
    Map<String, String> names =
        tablets.list().stream()
            .collect(
                Collectors.toMap(tablet -> new Caller.ShelterTablet(tablet).actor(), Tablet::name));
    Page<CardLook> page =
        Page.of(reception.checkin().looksBefore(Page.before(call), limit), limit, CardLook::number);
    return Answer.ok(
        new LookPage(
            page.items().stream()
                .map(look -> view(look, Optional.ofNullable(names.get(look.account()))))
                .toList(),
            page.next()));
  }

  private static LookView view(CardLook look, Optional<String> device) {
    return new LookView(
        look.number(),
        look.at(),
        look.account(),
        device,
        look.purpose(),
        look.shelter(),
        look.cards());
  }

  private record DoubtList(List<Doubt> doubts) {}

  private Answer doubts(Call call) {
    return Answer.ok(
        new DoubtList(
            reception.stays().read(stays -> stays.doubts()).stream()
                .filter(doubt -> concerns(call, doubt))
                .toList()));
  }

  private static boolean concerns(Call call, Doubt doubt) {
    return !(call.caller() instanceof Caller.ShelterTablet tablet)
        || doubt.shelters().contains(tablet.tablet().shelter());
  }
}
