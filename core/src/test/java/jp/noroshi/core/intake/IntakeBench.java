package jp.noroshi.core.intake;

import static jp.noroshi.core.alert.AlertBuilder.NINE_O_CLOCK;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.noroshi.core.alert.Alert;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.AudienceFinder;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.intake.IntakeReceipt.Item;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.core.storage.Database;
import jp.noroshi.core.storage.Json;

/**
 * The intake of a hub for 伊豆の国市 with the rules of {@code config/}, and a dispatch that only notes
 * what it is told. Alerts of a builder travel as the JSON the hub itself stores.
 */
final class IntakeBench {
  static final AreaCode IZUNOKUNI = new AreaCode("22225");

  final HandClock clock = new HandClock(NINE_O_CLOCK.plus(Duration.ofMinutes(1)));
  final List<RuleDecision> decisions = new ArrayList<>();
  final List<StoredAlert> followed = new ArrayList<>();
  final AlertIntake intake;
  final Situation situation;
  private int messages;

  IntakeBench(Database database, Mode mode) {
    this(database, mode, IntakeBench::readJson, alert -> List.of());
  }

  IntakeBench(Database database, Mode mode, AlertReader reader, AudienceFinder audience) {
    this(database, mode, IZUNOKUNI, settings(), reader, audience);
  }

  /** The intake of another municipality, for real telegrams. */
  IntakeBench(
      Database database,
      Mode mode,
      AreaCode municipality,
      IntakeSettings settings,
      AlertReader reader,
      AudienceFinder audience) {
    AlertFollowUp followUp =
        (handle, alert, decision) -> {
          followed.add(alert);
          decisions.add(decision);
          return decision instanceof RuleDecision.Ignore
              ? Optional.empty()
              : Optional.of(UUID.randomUUID());
        };
    intake =
        new AlertIntake(
            mode,
            municipality,
            settings,
            new AlertIntake.Parts(
                database, new Chronology(database), reader, audience, followUp, clock));
    situation = new Situation(mode, database, clock);
  }

  static IntakeSettings settings() {
    return IntakeSettings.load(
        Path.of(System.getProperty("noroshi.root", ".."), "config", "intake-rules.yaml"));
  }

  private static List<Reading> readJson(byte[] bytes) {
    return List.of(
        new Reading.Read(Json.read(new String(bytes, StandardCharsets.UTF_8), Alert.class)));
  }

  /** Takes an alert in, each time as a message of its own. */
  Item take(Alert alert) {
    // A blank makes the bytes of a repeated alert differ; the same bytes would be a duplicate.
    String json = Json.write(alert) + " ".repeat(messages++);
    return take(json.getBytes(StandardCharsets.UTF_8)).items().getFirst();
  }

  IntakeReceipt take(byte[] bytes) {
    return intake.take(new IncomingMessage("http", Optional.empty(), clock.instant(), bytes));
  }

  IntakeReceipt takeEntry(String entryId, byte[] bytes) {
    return intake.take(
        new IncomingMessage("jma-feed", Optional.of(entryId), clock.instant(), bytes));
  }

  /** What is in force, one line per kind. */
  List<String> inForce() {
    return situation.listInForce().stream()
        .map(kind -> kind.area() + " " + kind.code() + " since " + kind.since())
        .toList();
  }
}
