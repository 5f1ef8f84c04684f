package jp.noroshi.shelters.talk;

import java.util.Optional;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.storage.Database;
import jp.noroshi.shelters.talk.AddressBook.Address;

/**
 * Brings back into the talk on LINE what was done on a page opened from it. Thread-safe, blocking.
 */
public final class TalkPages {

  private final Database database;
  private final TalkTokens tokens;
  private final TalkMessages messages;

  TalkPages(Database database, TalkTokens tokens, TalkMessages messages) {
    this.database = database;
    this.tokens = tokens;
    this.messages = messages;
  }

  /**
   * Sends the code of a pre-registration into the talk.
   *
   * @param token of the page's address
   * @param code as shown at a reception
   * @param language of the page
   * @return whether the token was good
   */
  public boolean sendCode(String token, String code, String language) {
    return database.inTransaction(
        handle -> {
          Optional<String> user = tokens.find(handle, token);
          user.ifPresent(
              each ->
                  messages.sendCode(
                      handle,
                      TalkPartner.spokenToFirst(new Address(Medium.LINE, each, language)),
                      code));
          return user.isPresent();
        });
  }
}
