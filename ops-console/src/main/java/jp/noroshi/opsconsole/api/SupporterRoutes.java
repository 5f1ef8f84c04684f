package jp.noroshi.opsconsole.api;

import java.util.List;
import java.util.Map;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.gis.plan.Supporters;
import jp.noroshi.opsconsole.api.PlanViews.EntryView;
import jp.noroshi.opsconsole.api.PlanViews.SupporterView;

/** Those who help. */
final class SupporterRoutes implements Routes {

  private final Supporters supporters;

  SupporterRoutes(Supporters supporters) {
    this.supporters = supporters;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listSupporters", this::list,
        "searchSupporters", this::search,
        "saveSupporter", this::save);
  }

  private record ListView(List<SupporterView> items) {}

  private Answer list(Call call) {
    return Answer.ok(
        new ListView(
            supporters.list(call.findText("district").map(AreaCode::new), Looks.of(call)).stream()
                .map(SupporterView::of)
                .toList()));
  }

  private record SearchBody(String words) {}

  private Answer search(Call call) {
    return Answer.ok(
        new ListView(
            supporters.search(call.read(SearchBody.class).words(), Looks.of(call)).stream()
                .map(SupporterView::of)
                .toList()));
  }

  private Answer save(Call call) {
    EntryView entry = PlanRoutes.read(call, EntryView.class);
    return Answer.ok(
        SupporterView.of(
            supporters.save(entry.supporter(call.id("supporterId")), PlanRoutes.atWork(call))));
  }
}
