package jp.noroshi.opsconsole.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.shelters.inquiry.Inquiries;
import jp.noroshi.shelters.inquiry.Inquiry;
import jp.noroshi.shelters.inquiry.Proof;
import jp.noroshi.shelters.inquiry.Protections;
import jp.noroshi.shelters.inquiry.Relation;
import jp.noroshi.shelters.inquiry.Scope;

/** Somebody asks staff after somebody (安否照会): taken, judged, answered, each numbered. */
final class InquiryRoutes implements Routes {

  private static final int MOST_LISTED = 500;

  private final Inquiries inquiries;
  private final Protections protections;

  InquiryRoutes(Inquiries inquiries) {
    this.inquiries = inquiries;
    this.protections = inquiries.protections();
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "takeInquiry", this::take,
        "listInquiries", _ -> Answer.ok(new InquiryList(inquiries.list(MOST_LISTED))),
        "openInquiry", call -> Answer.ok(inquiries.open(call.id("inquiryId"), call.actor())),
        "answerInquiry", this::answer,
        "listProtections", _ -> Answer.ok(new ProtectionList(protections.list())),
        "noteProtection", this::note,
        "liftProtection", this::lift);
  }

  private record InquiryList(List<Inquiry> inquiries) {}

  private record Asked(
      Relation relation,
      Proof proof,
      String asker,
      String askerAddress,
      String askerContact,
      String name,
      String kana,
      Optional<String> birth,
      String address,
      String reason) {

    Inquiry.Content content() {
      return new Inquiry.Content(
          asker, askerAddress, askerContact, name, kana, day(birth), address, reason);
    }
  }

  private static Optional<LocalDate> day(Optional<String> text) {
    return text.map(RegisterRoutes::day);
  }

  private Answer take(Call call) {
    Asked asked = call.read(Asked.class);
    return Answer.created(
        inquiries.take(asked.relation(), asked.proof(), asked.content(), call.actor()));
  }

  private record Wanted(Optional<UUID> evacuee, Scope scope) {}

  private record Said(String words) {}

  private Answer answer(Call call) {
    Wanted wanted = call.read(Wanted.class);
    return Answer.ok(
        new Said(
            inquiries.answer(
                call.id("inquiryId"), wanted.evacuee(), wanted.scope(), call.actor())));
  }

  private record ProtectionList(List<Protections.Protection> protections) {}

  private record Protectee(
      String name, String kana, Optional<String> birth, String remark, Optional<UUID> evacuee) {}

  private Answer note(Call call) {
    Protectee who = call.read(Protectee.class);
    protections.note(
        new Protections.Who(who.name(), who.kana(), day(who.birth()), who.remark()),
        who.evacuee(),
        call.actor());
    return Answer.done();
  }

  private Answer lift(Call call) {
    if (!protections.lift(call.id("protectionId"), call.actor())) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Answer.done();
  }
}
