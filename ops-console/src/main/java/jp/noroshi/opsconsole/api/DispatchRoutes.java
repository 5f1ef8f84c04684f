package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.audience.Audience;
import jp.noroshi.core.dispatch.Correction;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchResult;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.dispatch.DraftEdit;
import jp.noroshi.core.dispatch.Notice;
import jp.noroshi.core.dispatch.Officer;
import jp.noroshi.core.message.DraftText;
import jp.noroshi.core.message.Medium;

/** From a draft to its approval, and to its correction. */
final class DispatchRoutes implements Routes {

  private final HubFacts hub;
  private final DispatchServices services;
  private final DispatchPresenter presenter;

  DispatchRoutes(HubFacts hub, DispatchServices services, DispatchPresenter presenter) {
    this.hub = hub;
    this.services = services;
    this.presenter = presenter;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listDispatches", this::list,
        "getDispatch", this::get,
        "writeNotice", this::writeNotice,
        "editDispatch", this::edit,
        "requestApproval", this::requestApproval,
        "approve", this::approve,
        "sendBack", this::sendBack,
        "discard", this::discard,
        "correct", this::correct);
  }

  private record PageView(
      Instant asOf, List<DispatchSummaryView> dispatches, Optional<Long> next) {}

  private record NoticeBody(
      String title,
      String body,
      Hazard hazard,
      Optional<AlertLevel> level,
      Audience audience,
      Set<Medium> media,
      Instant expiresAt) {}

  private record EditBody(
      int version,
      String title,
      List<DraftText> texts,
      Set<Medium> media,
      Audience audience,
      Optional<String> siren,
      Instant expiresAt) {}

  private record VersionBody(int version) {}

  private record ApprovalBody(int version, Optional<String> confirmation) {}

  private record ReasonBody(int version, Optional<String> reason) {}

  private record CorrectionBody(int version, Optional<String> truth) {}

  private Answer list(Call call) {
    Instant asOf = hub.now();
    int limit = Page.limit(call);
    OptionalLong before =
        call.findNumber("before").map(OptionalLong::of).orElseGet(OptionalLong::empty);
    Page<Dispatch> page =
        Page.of(services.drafts().list(call.flag("open"), before, limit), limit, Dispatch::number);
    return Answer.ok(new PageView(asOf, presenter.summaries(page.items()), page.next()));
  }

  private Answer get(Call call) {
    Dispatch dispatch =
        services
            .drafts()
            .find(call.id("dispatchId"))
            .orElseThrow(() -> new ProblemException(ProblemKind.NOT_FOUND));
    return Answer.ok(presenter.view(dispatch, call.session(), call.language()));
  }

  private Answer writeNotice(Call call) {
    NoticeBody body = call.read(NoticeBody.class);
    Notice notice =
        new Notice(
            body.title(),
            body.body(),
            body.hazard(),
            body.level(),
            body.audience(),
            body.media(),
            body.expiresAt());
    return Answer.created(shown(services.drafts().write(notice, officer(call)), call));
  }

  private Answer edit(Call call) {
    EditBody body = call.read(EditBody.class);
    DraftEdit edit =
        new DraftEdit(
            body.title(),
            body.texts(),
            body.media(),
            body.audience(),
            body.siren(),
            body.expiresAt());
    return Answer.ok(
        shown(
            services.drafts().edit(call.id("dispatchId"), body.version(), edit, officer(call)),
            call));
  }

  private Answer requestApproval(Call call) {
    int version = call.read(VersionBody.class).version();
    return Answer.ok(
        shown(
            services.drafts().requestApproval(call.id("dispatchId"), version, officer(call)),
            call));
  }

  private Answer approve(Call call) {
    ApprovalBody body = call.read(ApprovalBody.class);
    return Answer.ok(
        shown(
            services
                .approvals()
                .approve(
                    call.id("dispatchId"),
                    body.version(),
                    officer(call),
                    body.confirmation().orElse("")),
            call));
  }

  private Answer sendBack(Call call) {
    ReasonBody body = call.read(ReasonBody.class);
    return Answer.ok(
        shown(
            services
                .drafts()
                .sendBack(
                    call.id("dispatchId"), body.version(), body.reason().orElse(""), officer(call)),
            call));
  }

  private Answer discard(Call call) {
    ReasonBody body = call.read(ReasonBody.class);
    return Answer.ok(
        shown(
            services
                .drafts()
                .discard(
                    call.id("dispatchId"), body.version(), body.reason().orElse(""), officer(call)),
            call));
  }

  private Answer correct(Call call) {
    CorrectionBody body = call.read(CorrectionBody.class);
    return Answer.created(
        shown(
            services
                .corrections()
                .correct(
                    call.id("dispatchId"),
                    body.version(),
                    new Correction(body.truth().orElse("")),
                    officer(call)),
            call));
  }

  private static Officer officer(Call call) {
    return Officers.of(call.session());
  }

  private DispatchView shown(DispatchResult result, Call call) {
    return presenter.view(DispatchRefusals.done(result), call.session(), call.language());
  }
}
