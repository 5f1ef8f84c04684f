package jp.noroshi.shelters.talk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.delivery.DispatchFacts;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.shelters.response.AnswerTokens;
import jp.noroshi.shelters.response.FacilityTokens;
import jp.noroshi.shelters.response.ResponseSettings;
import jp.noroshi.shelters.talk.AddressBook.Address;
import jp.noroshi.shelters.talk.PersonalMail.Letter;
import jp.noroshi.shelters.talk.PhoneCall.Matter;
import jp.noroshi.shelters.talk.PhoneCall.Matter.OfCase;
import jp.noroshi.shelters.talk.PhoneCall.Matter.OfFacility;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Asks by telephone, in plain words that name nobody, and asks again who could not be reached.
 * Thread-safe, blocking.
 */
final class PhoneCalls {

  private static final int MOST_AT_ONCE = 50;

  private final PersonalMail mail;
  private final AnswerTokens tokens;
  private final FacilityTokens facilityTokens;
  private final ResponseSettings settings;
  private final PhoneCallTable table;

  PhoneCalls(
      PersonalMail mail,
      AnswerTokens tokens,
      FacilityTokens facilityTokens,
      ResponseSettings settings,
      PhoneCallTable table) {
    this.mail = mail;
    this.tokens = tokens;
    this.facilityTokens = facilityTokens;
    this.settings = settings;
    this.table = table;
  }

  PhoneCallTable table() {
    return table;
  }

  /** What a call is about. */
  record Topic(List<AreaCode> districts, Hazard hazard) {

    static Topic of(Handle handle, PhoneCall call) {
      return switch (call.matter()) {
        case OfCase(UUID caseId, var _) ->
            read(
                handle
                    .createQuery(
                        "select districts, hazard from shelters.response_case where id = :id")
                    .bind("id", caseId));
        case OfFacility(UUID response) ->
            read(
                handle
                    .createQuery(
                        """
                        select array[district] as districts, hazard from shelters.facility_asked
                        where response = :response and facility = :facility
                        """)
                    .bind("response", response)
                    .bind("facility", call.callee().subject()));
      };
    }

    private static Topic read(Query query) {
      return query
          .map(
              (row, _) ->
                  new Topic(
                      Arrays.stream((String[]) row.getArray("districts").getArray())
                          .map(AreaCode::new)
                          .toList(),
                      Hazard.valueOf(row.getString("hazard"))))
          .one();
    }
  }

  /**
   * Asks somebody for the first time.
   *
   * @param task the supporter's; empty = the person is asked
   */
  void ask(Handle handle, DispatchFacts decision, UUID caseId, Address to, Optional<UUID> task) {
    call(handle, decision, first(to, new OfCase(caseId, task)));
  }

  /** Asks a facility for the first time how far it is. */
  void askFacility(Handle handle, DispatchFacts decision, UUID response, Address to) {
    call(handle, decision, first(to, new OfFacility(response)));
  }

  private static PhoneCall first(Address to, Matter matter) {
    return new PhoneCall(Callee.read(to.value()).orElseThrow(), matter, to.language(), 1);
  }

  private void call(Handle handle, DispatchFacts decision, PhoneCall call) {
    String token =
        switch (call.matter()) {
          case OfCase(UUID caseId, Optional<UUID> task) -> tokens.issue(handle, caseId, task);
          case OfFacility(UUID response) ->
              facilityTokens.issue(handle, response, call.callee().subject());
        };
    table.insert(handle, token, call);
    Topic topic = Topic.of(handle, call);
    mail.send(
        handle,
        decision,
        new Address(Medium.VOICE, call.callee().reference(), call.language()),
        Letter.plain(
                mail.word(call.language(), titleOf(call)),
                question(call, topic),
                topic.districts(),
                topic.hazard(),
                call.callee().subject())
            .with(path(token), List.of()));
  }

  private static String titleOf(PhoneCall call) {
    return switch (call.who()) {
      case SUPPORTER -> "ask-title";
      case PERSON -> "self-title";
      case FACILITY -> "facility-title";
    };
  }

  static String path(String token) {
    return "/voice/" + token;
  }

  private String question(PhoneCall call, Topic topic) {
    String language = call.language();
    String text =
        switch (call.who()) {
          case SUPPORTER -> mail.word(language, "call-ask");
          case PERSON -> offer(language, "call-self", "call-indoors", topic);
          case FACILITY -> offer(language, "call-facility", "call-facility-indoors", topic);
        };
    return text.replace("{areas}", mail.areas(topic.districts(), call.language()));
  }

  private String offer(String language, String name, String indoors, Topic topic) {
    return mail.word(language, name)
        .replace(
            "{indoors}", PhoneAnswer.mayStay(topic.hazard()) ? mail.word(language, indoors) : "");
  }

  /**
   * Puts the question once more, within the call.
   *
   * @param wrong whether a key was pressed that was not offered
   */
  Rendering.Voice again(Handle handle, String token, PhoneCall call, boolean wrong) {
    return mail.spoken(
        call.language(),
        (wrong ? mail.word(call.language(), "call-wrong-key") : "")
            + question(call, Topic.of(handle, call)),
        Optional.of(path(token)));
  }

  /** Says something that ends the call. */
  Rendering.Voice say(String language, String name) {
    return mail.spoken(language, mail.word(language, name), Optional.empty());
  }

  /** Tells whether one more call may be made. */
  boolean mayCallAgain(PhoneCall call) {
    return call.attempt() < settings.mostCalls();
  }

  /** Makes the calls again whose time has come; those nobody waits for any more are left. */
  void callAgain(Handle handle, Instant now) {
    for (PhoneCallTable.Due due : table.takeDue(handle, now, MOST_AT_ONCE)) {
      if (due.wanted()) {
        call(handle, mail.underResponse(handle, due.response()), due.call().next());
      }
    }
  }
}
