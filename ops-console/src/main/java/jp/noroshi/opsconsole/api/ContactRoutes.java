package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.noroshi.core.delivery.LastLetter;
import jp.noroshi.core.message.Medium;
import jp.noroshi.shelters.response.AnswerPages;
import jp.noroshi.shelters.talk.ContactDesk;
import jp.noroshi.shelters.talk.ContactKind;
import jp.noroshi.shelters.talk.GoneContacts;
import jp.noroshi.shelters.talk.SupporterPages;

/** How supporters and people are reached, and links to their pages; never an address. */
final class ContactRoutes implements Routes {

  private final HubFacts hub;
  private final ContactDesk contacts;
  private final AnswerPages pages;
  private final SupporterPages supporters;

  ContactRoutes(HubFacts hub, ContactDesk contacts, AnswerPages pages, SupporterPages supporters) {
    this.hub = hub;
    this.contacts = contacts;
    this.pages = pages;
    this.supporters = supporters;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "getContact", this::get,
        "tryContact", this::tryOut,
        "telephoneContact", this::telephone,
        "makeSupporterPage", this::page,
        "forgetContact", this::forget,
        "makeLinkCode", this::code,
        "makeAnswerLink", this::link);
  }

  private static ContactKind kind(Call call) {
    return ContactKind.valueOf(call.text("kind"));
  }

  private record WayView(
      Medium medium,
      String language,
      Optional<Instant> lastAt,
      Optional<LastLetter.Outcome> lastOutcome,
      Optional<Instant> openedAt) {}

  private record ContactView(List<WayView> ways, List<GoneContacts.Lost> lost) {}

  private Answer get(Call call) {
    return Answer.ok(
        new ContactView(
            contacts.list(kind(call), call.id("subjectId")).stream()
                .map(
                    way ->
                        new WayView(
                            way.medium(),
                            way.language(),
                            way.last().map(LastLetter::sentAt),
                            way.last().map(LastLetter::outcome),
                            way.opened()))
                .toList(),
            contacts.lost(kind(call), call.id("subjectId"))));
  }

  private Answer tryOut(Call call) {
    if (!contacts.tryOut(kind(call), call.id("subjectId"))) {
      throw new ProblemException(ProblemKind.NOT_FOUND);
    }
    return Answer.done();
  }

  private Answer telephone(Call call) {
    contacts.byTelephone(kind(call), call.id("subjectId"), hub.municipality().mainLanguage());
    return Answer.done();
  }

  private record ForgetBody(Medium medium) {}

  private Answer forget(Call call) {
    contacts.forget(kind(call), call.id("subjectId"), call.read(ForgetBody.class).medium());
    return Answer.done();
  }

  private Answer code(Call call) {
    return Answer.created(contacts.code(kind(call), call.id("subjectId"), call.actor()));
  }

  private record LinkView(String link) {}

  private Answer link(Call call) {
    return Answer.okOrNotFound(
        pages.link(call.id("caseId"), call.id("taskId")).map(token -> at("/answer/" + token)));
  }

  private Answer page(Call call) {
    String token = supporters.make(call.id("subjectId"), hub.municipality().mainLanguage());
    return Answer.created(at(SupporterPages.path(token)));
  }

  private LinkView at(String path) {
    return new LinkView(hub.municipality().baseUrl().resolve(path).toString());
  }
}
