package jp.noroshi.shelters.talk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.message.Rendering.Line.Choice;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.response.Responses;
import jp.noroshi.shelters.response.SupporterAnswer;
import jp.noroshi.shelters.response.Verdict;
import jp.noroshi.shelters.talk.PersonalMail.Letter;
import org.jdbi.v3.core.Handle;

/** What the hub says in the talk on LINE. Thread-safe. */
final class TalkMessages {

  /** Under what letters leave that belong to no response. */
  private static final String THREAD = "response:talk";

  private final PersonalMail mail;

  TalkMessages(PersonalMail mail) {
    this.mail = mail;
  }

  /**
   * Lets who pressed a button know what became of it, with the buttons that come next.
   *
   * @param token of the page they answered from
   * @param word that came back with the button
   */
  void acknowledge(Handle handle, TalkPartner to, String token, Verdict verdict, String word) {
    String language = to.language();
    boolean taken = verdict == Verdict.TAKEN || verdict == Verdict.NOTHING_NEW;
    boolean calledForHelp = taken && word.equals(PersonAnswer.HELP.name());
    String body = calledForHelp ? "page-self-help" : "page-said-" + verdict;
    send(
        handle,
        to,
        letter(language, "answered-title", mail.word(language, body))
            .with("/answer/" + token, taken ? next(token, language, word) : List.of()));
  }

  private List<Choice> next(String token, String language, String word) {
    Choice onTheWay = choice(token, language, "on-the-way", SupporterAnswer.ON_THE_WAY);
    Choice safe = choice(token, language, "safe", SupporterAnswer.SAFE);
    Choice cannot = choice(token, language, "cannot", SupporterAnswer.CANNOT);
    if (word.equals(SupporterAnswer.ACCEPT.name())) {
      return List.of(onTheWay, safe, cannot);
    }
    return word.equals(SupporterAnswer.ON_THE_WAY.name()) ? List.of(safe, cannot) : List.of();
  }

  private Choice choice(String token, String language, String label, SupporterAnswer answer) {
    return new Choice(mail.word(language, label), TaskMessages.button(token, answer.name()));
  }

  /**
   * Says something.
   *
   * @param name of the words in the templates
   * @param path of the page with more; empty = the first page
   */
  void notice(Handle handle, TalkPartner to, String name, Optional<String> path) {
    Letter letter = letter(to.language(), "link-title", mail.word(to.language(), name));
    send(handle, to, path.map(page -> letter.with(page, List.of())).orElse(letter));
  }

  /** Sends the code of a pre-registration, with its squares to be shown at a reception. */
  void sendCode(Handle handle, TalkPartner to, String code) {
    String body = mail.word(to.language(), "code-body").replace("{code}", code);
    send(
        handle,
        to,
        letter(to.language(), "code-title", body)
            .with("/preregister/code?code=" + code, List.of()));
  }

  private Letter letter(String language, String title, String body) {
    return Letter.plain(
        mail.word(language, title), body, List.of(), Hazard.OTHER, UUID.randomUUID());
  }

  private void send(Handle handle, TalkPartner to, Letter letter) {
    mail.send(
        handle,
        mail.under(handle, THREAD, "link-title", Responses.HUB),
        to.at(),
        letter.replying(to.inReplyTo()));
  }
}
