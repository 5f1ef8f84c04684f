package jp.noroshi.shelters.talk;

import java.util.Optional;
import jp.noroshi.core.message.ReplyToken;
import jp.noroshi.shelters.talk.AddressBook.Address;

/**
 * Who is spoken to.
 *
 * @param at where
 * @param inReplyTo what they just did in the talk on LINE; empty = the hub speaks first
 */
record TalkPartner(Address at, Optional<ReplyToken> inReplyTo) {

  /** Somebody who did nothing just now. */
  static TalkPartner spokenToFirst(Address at) {
    return new TalkPartner(at, Optional.empty());
  }

  String language() {
    return at.language();
  }

  /** Returns the account on LINE. */
  String user() {
    return at.value();
  }
}
