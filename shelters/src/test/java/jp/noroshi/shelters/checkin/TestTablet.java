package jp.noroshi.shelters.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A tablet that writes events down, one a second. */
public final class TestTablet {

  private final UUID device = UUID.randomUUID();
  private final UUID shelter;
  private Instant now;

  /** Stands at a shelter from a moment on. */
  public TestTablet(UUID shelter, Instant from) {
    this.shelter = shelter;
    this.now = from;
  }

  /** Writes something down. */
  public CheckinEvent writes(Fact fact) {
    now = now.plusSeconds(1);
    return new CheckinEvent(
        UUID.randomUUID(),
        device,
        shelter,
        new CheckinEvent.Clock(now.toEpochMilli(), 0),
        now,
        "当番",
        fact);
  }

  /** Somebody pressed ＋ or −. */
  public CheckinEvent counts(int people, int households) {
    return writes(new Sign.Counted(people, households));
  }

  /** People of a household came, nobody of them counted before. */
  public CheckinEvent takesIn(UUID household, UUID... evacuees) {
    return writes(
        new Sign.Arrived(
            household,
            List.of(evacuees),
            StayForm.IN_SHELTER,
            Optional.empty(),
            Sign.FromCount.NONE));
  }

  /** They moved here from another shelter. */
  public CheckinEvent takesOver(UUID from, UUID household, UUID... evacuees) {
    return writes(
        new Sign.Arrived(
            household,
            List.of(evacuees),
            StayForm.IN_SHELTER,
            Optional.of(from),
            Sign.FromCount.NONE));
  }

  /** A card with a name. */
  public CheckinEvent names(UUID evacuee, UUID household, String name, String kana) {
    return writes(
        new Fact.EvacueeWritten(
            evacuee,
            household,
            List.of(),
            new PersonCard(
                name,
                kana,
                Optional.empty(),
                Optional.of(70),
                PersonCard.Sex.FEMALE,
                "本人",
                Set.of(Need.NEEDS_CARE),
                PersonCard.Condition.WELL,
                "",
                "",
                Optional.empty(),
                "",
                "",
                "")));
  }
}
