package jp.noroshi.shelters.talk;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is telephoned, as address book and outbox know them: by reference. The number is looked up at
 * the moment of the call and stands in neither.
 */
record Callee(ContactKind kind, UUID subject) {

  private static final Pattern REFERENCE =
      Pattern.compile("(SUPPORTER|PERSON|FACILITY)/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Returns what stands where other media have an address. */
  String reference() {
    return kind + "/" + subject;
  }

  /** Reads a reference; empty when it is none. */
  static Optional<Callee> read(String reference) {
    Matcher matcher = REFERENCE.matcher(reference);
    return matcher.matches()
        ? Optional.of(
            new Callee(ContactKind.valueOf(matcher.group(1)), UUID.fromString(matcher.group(2))))
        : Optional.empty();
  }
}
