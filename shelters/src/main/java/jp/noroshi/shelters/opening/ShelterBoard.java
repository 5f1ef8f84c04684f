package jp.noroshi.shelters.opening;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.noroshi.core.evacuation.OpenPlace;
import jp.noroshi.core.evacuation.OpenSite;
import jp.noroshi.core.evacuation.OpenSites;

/** All shelters with how they stand and how crowded they are. Thread-safe, blocking. */
public final class ShelterBoard implements OpenSites {

  private final Shelters shelters;
  private final Openings openings;
  private final Occupancy occupancy;
  private final ShelterSettings settings;
  private final InstantSource clock;

  /**
   * Puts together what others know.
   *
   * @param occupancy how many people are where
   */
  public ShelterBoard(
      Shelters shelters,
      Openings openings,
      Occupancy occupancy,
      ShelterSettings settings,
      InstantSource clock) {
    this.shelters = shelters;
    this.openings = openings;
    this.occupancy = occupancy;
    this.settings = settings;
    this.clock = clock;
  }

  /** Returns the settings it judges by. */
  public ShelterSettings settings() {
    return settings;
  }

  /** Lists every shelter by name, those in no list any more only while people are there. */
  public List<ShelterStanding> standings() {
    return all().stream()
        .filter(standing -> !standing.shelter().retired() || standing.state().holdsPeople())
        .toList();
  }

  /** Lists every shelter by name. */
  List<ShelterStanding> all() {
    Map<UUID, Opening> said =
        openings.standing().stream()
            .collect(Collectors.toMap(Opening::shelter, Function.identity()));
    Map<UUID, Headcount> counted = occupancy.now();
    Instant now = clock.instant();
    return shelters.list().stream()
        .map(
            shelter ->
                ShelterStanding.of(
                    shelter,
                    Optional.ofNullable(said.get(shelter.id())),
                    Optional.ofNullable(counted.get(shelter.id())),
                    settings,
                    now))
        .toList();
  }

  /** Finds one. */
  public Optional<ShelterStanding> find(UUID shelter) {
    return shelters
        .find(shelter)
        .map(
            found ->
                ShelterStanding.of(
                    found,
                    openings.find(shelter),
                    Optional.ofNullable(occupancy.now().get(shelter)),
                    settings,
                    clock.instant()));
  }

  /**
   * Returns where residents may go: what takes people in and residents are told of. One that is
   * closing does not any more; people at home are no place to go to.
   */
  @Override
  public Open now() {
    List<OpenSite> sites = new ArrayList<>();
    List<OpenPlace> places = new ArrayList<>();
    for (ShelterStanding standing : standings()) {
      Shelter shelter = standing.shelter();
      standing
          .findOpen()
          .filter(_ -> shelter.announced())
          .ifPresent(
              open -> {
                switch (shelter.kind()) {
                  case SITE -> sites.add(open);
                  case SELF_OPENED, CAR_PARK, TENTS, OTHER ->
                      place(shelter, open).ifPresent(places::add);
                  case HOMES -> {}
                }
              });
    }
    return new Open(sites, places);
  }

  private static Optional<OpenPlace> place(Shelter shelter, OpenSite open) {
    return shelter
        .location()
        .map(
            location ->
                new OpenPlace(
                    shelter.name(), shelter.kind().name(), shelter.address(), location, open));
  }
}
