package jp.noroshi.core.dispatch;

import java.time.Instant;
import java.util.List;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.MessageFacts;
import jp.noroshi.core.message.Renderer;
import jp.noroshi.core.message.Rendering;
import jp.noroshi.core.place.AreaCode;

/** Renders a dispatch: the one way, for previews and for what is sent. */
record DispatchRenderer(Renderer renderer, MunicipalitySettings municipality) {

  List<Rendering> renderAll(Dispatch dispatch, Instant at) {
    return dispatch.texts().stream()
        .filter(text -> dispatch.media().contains(text.medium()))
        .filter(text -> !isLeftOut(dispatch, text))
        .map(text -> renderer.render(facts(dispatch), text, at))
        .toList();
  }

  /** A LINE broadcast speaks the main language only. */
  private boolean isLeftOut(Dispatch dispatch, DraftText text) {
    return text.medium() == Medium.LINE
        && Subscribers.isWhole(Medium.LINE, dispatch.audience())
        && !text.language().equals(municipality.mainLanguage());
  }

  Rendering render(Dispatch dispatch, Medium medium, String language, Instant at) {
    DraftText text =
        dispatch.texts().stream()
            .filter(each -> each.medium() == medium && each.language().equals(language))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("no text for " + medium + " in " + language));
    return renderer.render(facts(dispatch), text, at);
  }

  private MessageFacts facts(Dispatch dispatch) {
    return new MessageFacts(
        dispatch.mode(),
        dispatch.thread(),
        dispatch.hazard(),
        dispatch.level(),
        dispatch.urgent(),
        areas(dispatch.audience()),
        dispatch.siren(),
        dispatch.expiresAt());
  }

  /** Returns districts; none where the whole municipality is meant. */
  private List<AreaCode> areas(Audience audience) {
    return switch (audience) {
      case Audience.Everyone _ -> List.of();
      case Audience.InAreas in ->
          in.areas().stream().anyMatch(this::isWhole) ? List.of() : in.areas();
    };
  }

  private boolean isWhole(AreaCode area) {
    return area.equals(municipality.code()) || area.equals(municipality.jmaCode());
  }
}
