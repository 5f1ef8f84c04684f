package jp.noroshi.shelters.talk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.shelters.response.CaseAnswers;
import jp.noroshi.shelters.response.FacilityAnswer;
import jp.noroshi.shelters.response.FacilityAnswers;
import jp.noroshi.shelters.response.FacilityTokens.Opened;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.response.SecretText;
import jp.noroshi.shelters.response.SupporterAnswer;
import jp.noroshi.shelters.response.Verdict;
import jp.noroshi.shelters.talk.PhoneCall.Matter.OfCase;
import jp.noroshi.shelters.talk.PhoneCall.Matter.OfFacility;
import org.jdbi.v3.core.Handle;

/**
 * What the hub does about what happens in a telephone call. A key that was offered is the word of
 * who was asked; anything else is asked again. A call that ends without one says nothing of
 * anybody: it stands in the course, and is made again. Thread-safe, blocking.
 */
final class PhoneDesk {

  private final PhoneCalls calls;
  private final Answers answers;
  private final ResponseSettings settings;
  private final InstantSource clock;

  /** What takes the words of those who are called. */
  record Answers(CaseAnswers cases, FacilityAnswers facilities) {}

  PhoneDesk(PhoneCalls calls, Answers answers, ResponseSettings settings, InstantSource clock) {
    this.calls = calls;
    this.answers = answers;
    this.settings = settings;
    this.clock = clock;
  }

  boolean knows(Handle handle, byte[] token, Instant now) {
    return calls.table().find(handle, token, now).isPresent();
  }

  /**
   * Takes an event for the first and only time.
   *
   * @return what became of a key's word; empty where there was none
   */
  Optional<Verdict> take(Handle handle, byte[] token, CallEvent event) {
    Optional<PhoneCall> call = calls.table().find(handle, token, clock.instant());
    return switch (event) {
      case CallEvent.Pressed(String _, char key) ->
          call.flatMap(
              each -> answer(handle, each, key).map(said -> said(handle, token, each, said)));
      case CallEvent.Ended(String _, CallEnd how) -> {
        call.ifPresent(each -> ended(handle, token, each, how));
        yield Optional.empty();
      }
    };
  }

  private static Optional<PhoneAnswer> answer(Handle handle, PhoneCall call, char key) {
    return PhoneAnswer.find(call.who(), PhoneCalls.Topic.of(handle, call).hazard(), key);
  }

  private Verdict said(Handle handle, byte[] token, PhoneCall call, PhoneAnswer answer) {
    calls.table().answered(handle, token);
    return switch (call.matter()) {
      case OfCase(UUID id, Optional<UUID> task) -> ofCase(handle, id, task, answer);
      case OfFacility(UUID response) ->
          answers
              .facilities()
              .say(
                  handle,
                  new Opened(response, call.callee().subject()),
                  FacilityAnswer.valueOf(answer.name()),
                  Optional.empty());
    };
  }

  private Verdict ofCase(Handle handle, UUID id, Optional<UUID> task, PhoneAnswer answer) {
    CaseAnswers cases = answers.cases();
    return switch (answer) {
      case LEAVING -> cases.leaves(handle, id);
      case INDOORS -> cases.stays(handle, id);
      case HELP -> cases.person(handle, id, PersonAnswer.HELP);
      case SAFE -> cases.person(handle, id, PersonAnswer.SAFE);
      case GOES -> cases.supporter(handle, task.orElseThrow(), SupporterAnswer.ACCEPT);
      case CANNOT -> cases.supporter(handle, task.orElseThrow(), SupporterAnswer.CANNOT);
      case EVACUATING, NEEDS_HELP, SAFE_INDOORS, EVACUATED, NOBODY_THERE ->
          throw new IllegalArgumentException("a facility's word says nothing of a case");
    };
  }

  private void ended(Handle handle, byte[] token, PhoneCall call, CallEnd how) {
    if (calls.table().ended(handle, token, how)) {
      return;
    }
    boolean again = calls.mayCallAgain(call);
    if (again) {
      calls.table().againAt(handle, token, clock.instant().plus(settings.callAgainAfter()));
    }
    switch (call.matter()) {
      case OfCase(UUID id, Optional<UUID> task) ->
          answers.cases().notReached(handle, id, task, how, !again);
      case OfFacility _ -> answers.facilities().notReached(handle);
    }
  }

  /** Says what follows a key; nothing follows the end of a call. */
  Rendering.Voice reply(Handle handle, String token, CallEvent event, Optional<Verdict> verdict) {
    PhoneCall call =
        calls.table().find(handle, SecretText.hash(token), clock.instant()).orElseThrow();
    if (!(event instanceof CallEvent.Pressed(String _, char key))) {
      return calls.say(call.language(), "page-said-TAKEN");
    }
    Optional<PhoneAnswer> answer = answer(handle, call, key);
    if (answer.isEmpty()) {
      return calls.again(handle, token, call, key != PhoneAnswer.AGAIN);
    }
    return calls.say(
        call.language(),
        verdict.map(each -> words(call, answer.get(), each)).orElse("page-said-TAKEN"));
  }

  private static String words(PhoneCall call, PhoneAnswer answer, Verdict verdict) {
    return switch (verdict) {
      case TAKEN, NOTHING_NEW -> "call-said-" + answer;
      case NOT_NEEDED ->
          call.who() == ContactKind.PERSON ? "page-now-OVER" : "page-said-NOT_NEEDED";
      case TAKEN_BY_ANOTHER -> "page-said-TAKEN_BY_ANOTHER";
      case UNKNOWN -> "call-too-late";
    };
  }

  /** Says that nothing can be answered here any more. */
  Rendering.Voice tooLate(String language) {
    return calls.say(language, "call-too-late");
  }

  void callAgain(Handle handle, Instant now) {
    calls.callAgain(handle, now);
  }
}
