package jp.noroshi.shelters.response;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import jp.noroshi.core.audience.CallEvent;
import jp.noroshi.core.audience.CallEvent.CallEnd;
import jp.noroshi.core.message.Rendering;
import org.jdbi.v3.core.Handle;

/**
 * What the hub does about what happens in a telephone call. A key that was offered is the word of
 * who was asked; anything else is asked again. A call that ends without one says nothing of
 * anybody: it stands in the course, and is made again. Thread-safe, blocking.
 */
final class PhoneDesk {

  private final PhoneCalls calls;
  private final CaseAnswers cases;
  private final ResponseSettings settings;
  private final InstantSource clock;

  PhoneDesk(PhoneCalls calls, CaseAnswers cases, ResponseSettings settings, InstantSource clock) {
    this.calls = calls;
    this.cases = cases;
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
    return PhoneAnswer.find(call.who(), PhoneCalls.Topic.of(handle, call.caseId()).hazard(), key);
  }

  private Verdict said(Handle handle, byte[] token, PhoneCall call, PhoneAnswer answer) {
    calls.table().answered(handle, token);
    return cases.byTelephone(handle, call, answer);
  }

  private void ended(Handle handle, byte[] token, PhoneCall call, CallEnd how) {
    if (calls.table().ended(handle, token, how)) {
      return;
    }
    boolean again = calls.mayCallAgain(call);
    if (again) {
      calls.table().againAt(handle, token, clock.instant().plus(settings.callAgainAfter()));
    }
    cases.notReached(handle, call, how, !again);
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
