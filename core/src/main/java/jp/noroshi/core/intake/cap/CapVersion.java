package jp.noroshi.core.intake.cap;

import java.util.Optional;

/** The versions of CAP in use. */
enum CapVersion {
  V1_1("1.1"),
  V1_2("1.2");

  private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:";

  private final String number;

  CapVersion(String number) {
    this.number = number;
  }

  /** Returns the telegram type. */
  String telegramType() {
    return "CAP " + number;
  }

  static Optional<CapVersion> find(String namespace) {
    return switch (namespace) {
      case NAMESPACE + "1.1" -> Optional.of(V1_1);
      case NAMESPACE + "1.2" -> Optional.of(V1_2);
      default -> Optional.empty();
    };
  }
}
