package jp.noroshi.shelters.talk;

import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.noroshi.core.audience.LineEvent;
import jp.noroshi.core.audience.Subscriber;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.ReplyToken;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.shelters.response.AnswerPages;
import jp.noroshi.shelters.response.PersonAnswer;
import jp.noroshi.shelters.response.Verdict;
import jp.noroshi.shelters.talk.AddressBook.Address;
import jp.noroshi.shelters.talk.Report.Position;
import org.jdbi.v3.core.Handle;

/**
 * What the hub does about what people do in the talk on LINE. A button answers what was asked;
 * eight digits link the account; 「無事」, 「助けて」 and 「事前登録」 are understood, everything else is left to
 * people. Thread-safe, blocking.
 */
final class TalkDesk {

  private static final Pattern ANSWER =
      Pattern.compile(TaskMessages.ANSWER + "([A-Za-z0-9_-]{1,64}):([A-Z_]{1,20})");
  private static final Pattern CODE = Pattern.compile("[0-9]{8}");
  private static final Pattern HELP = Pattern.compile("助けて|たすけて|救助|助けが|\\bhelp\\b");
  private static final Pattern SAFE =
      Pattern.compile("^(無事|ぶじ|安全|あんぜん|大丈夫|だいじょうぶ|(i am |i'm )?safe)");
  private static final Pattern PREREGISTER = Pattern.compile("^(事前登録|じぜんとうろく|preregister)");

  private final Parts parts;

  /** What it stands on. */
  record Parts(
      AddressBook addresses,
      GoneContacts gone,
      TalkMessages messages,
      AnswerPages pages,
      Reports reports,
      TalkTokens talks,
      Subscribers subscribers,
      String mainLanguage,
      InstantSource clock) {}

  TalkDesk(Parts parts) {
    this.parts = parts;
  }

  /**
   * Takes an event for the first and only time.
   *
   * @param receivedAt when it was handed in
   */
  void take(Handle handle, LineEvent event, Instant receivedAt) {
    TalkPartner to =
        new TalkPartner(
            new Address(Medium.LINE, event.user(), language(handle, event.user())),
            event.replyToken().map(token -> ReplyToken.cameAt(receivedAt, token)));
    switch (event) {
      case LineEvent.Pressed(String _, String _, String data, var _) -> press(handle, to, data);
      case LineEvent.Wrote(String _, String _, String text, var _) -> read(handle, to, text);
      case LineEvent.Located(String _, String _, LatLon point, String address, var _) ->
          locate(handle, to, point, address);
      case LineEvent.Followed(String _, String user) ->
          parts
              .subscribers()
              .registerIfNew(
                  handle, new Subscriber(Medium.LINE, user, List.of(), parts.mainLanguage()));
      case LineEvent.Left(String _, String user) -> {
        parts.gone().left(handle, Medium.LINE, user);
        parts.subscribers().remove(handle, Medium.LINE, user);
      }
    }
  }

  private String language(Handle handle, String user) {
    return parts.addresses().whoseIs(handle, Medium.LINE, user).stream()
        .map(contact -> contact.address().language())
        .findFirst()
        .orElse(parts.mainLanguage());
  }

  private void press(Handle handle, TalkPartner to, String data) {
    Matcher answer = ANSWER.matcher(data);
    if (answer.matches()) {
      Verdict verdict = parts.pages().say(handle, answer.group(1), answer.group(2));
      parts.messages().acknowledge(handle, to, answer.group(1), verdict, answer.group(2));
    }
  }

  /** Help comes before everything else a text may also say. */
  private void read(Handle handle, TalkPartner to, String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    if (HELP.matcher(plain).find()) {
      report(handle, to, PersonAnswer.HELP, "reported-help");
    } else if (CODE.matcher(plain).matches()) {
      boolean linked = parts.addresses().link(handle, plain, to.user(), to.language());
      parts.messages().notice(handle, to, linked ? "linked" : "link-wrong", Optional.empty());
    } else if (PREREGISTER.matcher(plain).find()) {
      parts.messages().notice(handle, to, "preregister", page(handle, to, "/preregister"));
    } else if (SAFE.matcher(plain).find()) {
      report(handle, to, PersonAnswer.SAFE, "reported-safe");
    }
  }

  private void report(Handle handle, TalkPartner to, PersonAnswer kind, String name) {
    parts.reports().fromLine(handle, to.user(), kind);
    parts.messages().notice(handle, to, name, page(handle, to, "/safety"));
  }

  private void locate(Handle handle, TalkPartner to, LatLon point, String address) {
    Position position = new Position(point, OptionalInt.empty(), parts.clock().instant());
    boolean added = parts.reports().locate(handle, to.user(), position, address);
    parts
        .messages()
        .notice(handle, to, added ? "located" : "located-alone", page(handle, to, "/safety"));
  }

  private Optional<String> page(Handle handle, TalkPartner to, String path) {
    return Optional.of(path + "?talk=" + parts.talks().issue(handle, to.user()));
  }
}
