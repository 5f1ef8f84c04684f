package jp.noroshi.core.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.core.place.AreaCode;

/**
 * What a draft must have before it can be kept or sent.
 *
 * @param municipality whose areas may be meant
 * @param sirens which signals may sound
 */
record DraftRules(MunicipalitySettings municipality, SirenTable sirens) {

  /** The longest time for which FCM keeps a message. */
  private static final Duration LONGEST_VALIDITY = Duration.ofDays(28);

  Optional<DispatchRefusal> findFault(DraftEdit draft, Instant now) {
    if (isOutside(draft.title(), DraftText.LONGEST_TITLE)) {
      return Optional.of(DispatchRefusal.TITLE_OUT_OF_RANGE);
    }
    if (draft.media().isEmpty() || !Medium.FOR_MANY.containsAll(draft.media())) {
      return Optional.of(DispatchRefusal.NO_MEDIUM);
    }
    if (!hasAllTexts(draft)) {
      return Optional.of(DispatchRefusal.TEXT_OUT_OF_RANGE);
    }
    if (!isOurs(draft.audience())) {
      return Optional.of(DispatchRefusal.UNKNOWN_AREA);
    }
    if (!draft.siren().map(code -> maySound(code, draft)).orElse(true)) {
      return Optional.of(DispatchRefusal.UNKNOWN_SIREN);
    }
    boolean inRange =
        draft.expiresAt().isAfter(now) && !draft.expiresAt().isAfter(now.plus(LONGEST_VALIDITY));
    return inRange ? Optional.empty() : Optional.of(DispatchRefusal.EXPIRY_OUT_OF_RANGE);
  }

  /** Returns the expiry, or the latest there may be. */
  Instant inRange(Instant expiresAt, Instant now) {
    Instant latest = now.plus(LONGEST_VALIDITY);
    return expiresAt.isAfter(latest) ? latest : expiresAt;
  }

  /** Tells whether an audience has at least one area, and only ours. */
  boolean isOurs(Audience audience) {
    return switch (audience) {
      case Audience.Everyone _ -> true;
      case Audience.InAreas in ->
          !in.areas().isEmpty()
              && in.areas().stream().noneMatch(area -> municipality.districtsOf(area).isEmpty());
    };
  }

  /** Returns the audience of these districts; the municipality where it is all of them. */
  Audience audienceOf(List<AreaCode> areas) {
    List<AreaCode> districts = districtsOf(new Audience.InAreas(areas));
    boolean whole = districts.isEmpty() || districts.size() == municipality.districts().size();
    return new Audience.InAreas(whole ? List.of(municipality.code()) : districts);
  }

  /** Returns the districts an audience means. */
  List<AreaCode> districtsOf(Audience audience) {
    return switch (audience) {
      case Audience.Everyone _ -> municipality.districtsOf(municipality.code());
      case Audience.InAreas in ->
          in.areas().stream()
              .flatMap(area -> municipality.districtsOf(area).stream())
              .distinct()
              .toList();
    };
  }

  /** Each medium needs a text in the language everything falls back to. */
  private boolean hasAllTexts(DraftEdit draft) {
    boolean inRange =
        draft.texts().stream()
            .allMatch(
                text ->
                    !isOutside(text.title(), DraftText.LONGEST_TITLE)
                        && !isOutside(text.body(), DraftText.LONGEST_BODY));
    return inRange && draft.media().stream().allMatch(medium -> hasMainText(draft, medium));
  }

  private boolean hasMainText(DraftEdit draft, Medium medium) {
    List<DraftText> main =
        draft.texts().stream()
            .filter(text -> text.medium() == medium)
            .filter(text -> text.language().equals(municipality.mainLanguage()))
            .toList();
    return main.size() == 1;
  }

  private boolean maySound(String code, DraftEdit draft) {
    return draft.media().contains(Medium.RADIO) && sirens.find(code).isPresent();
  }

  private static boolean isOutside(String text, int longest) {
    return text == null || text.isBlank() || text.length() > longest;
  }
}
