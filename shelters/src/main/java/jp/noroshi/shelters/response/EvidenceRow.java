package jp.noroshi.shelters.response;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Evidence in the columns of a case. */
final class EvidenceRow {

  private EvidenceRow() {}

  /** Returns the account that stands for it. */
  static Optional<String> by(Evidence evidence) {
    return switch (evidence) {
      case Evidence.StaffWord(String by, Instant _) -> Optional.of(by);
      case Evidence.Assumed(String by, Instant _) -> Optional.of(by);
      case Evidence.CheckIn _, Evidence.SupporterWord _, Evidence.OwnWord _ -> Optional.empty();
    };
  }

  /** Returns the shelter or supporter that stands for it. */
  static Optional<UUID> of(Evidence evidence) {
    return switch (evidence) {
      case Evidence.CheckIn(UUID shelter, Instant _) -> Optional.of(shelter);
      case Evidence.SupporterWord(UUID supporter, Instant _) -> Optional.of(supporter);
      case Evidence.StaffWord _, Evidence.Assumed _, Evidence.OwnWord _ -> Optional.empty();
    };
  }

  static Optional<Evidence> read(ResultSet row) throws SQLException {
    String strength = row.getString("strength");
    if (strength == null) {
      return Optional.empty();
    }
    String by = row.getString("evidence_by");
    UUID of = row.getObject("evidence_of", UUID.class);
    Instant at = row.getTimestamp("evidence_at").toInstant();
    return Optional.of(
        switch (Evidence.Strength.valueOf(strength)) {
          case ASSUMED -> new Evidence.Assumed(by, at);
          case OWN_WORD -> new Evidence.OwnWord(at);
          case SUPPORTER_WORD -> new Evidence.SupporterWord(of, at);
          case STAFF_WORD -> new Evidence.StaffWord(by, at);
          case CHECK_IN -> new Evidence.CheckIn(of, at);
        });
  }
}
