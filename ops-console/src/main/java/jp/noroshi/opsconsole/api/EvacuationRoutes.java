package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.AlertLevel;
import jp.noroshi.core.alert.Hazard;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.config.MunicipalitySettings.District;
import jp.noroshi.core.dispatch.Dispatch;
import jp.noroshi.core.dispatch.DispatchServices;
import jp.noroshi.core.evacuation.EvacuationOrder;
import jp.noroshi.core.evacuation.EvacuationProposal;
import jp.noroshi.core.place.AreaCode;
import jp.noroshi.opsconsole.api.HubFacts.Named;

/** The orders in force, and proposals to change them. */
final class EvacuationRoutes implements Routes {

  private final HubFacts hub;
  private final DispatchServices services;
  private final DispatchPresenter presenter;

  EvacuationRoutes(HubFacts hub, DispatchServices services, DispatchPresenter presenter) {
    this.hub = hub;
    this.services = services;
    this.presenter = presenter;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("getEvacuationOrders", this::get, "proposeEvacuationOrder", this::propose);
  }

  /** A district and its orders, the gravest first. */
  record DistrictOrders(Named district, List<Order> orders) {}

  /** An order in force. */
  record Order(Hazard hazard, AlertLevel level, boolean showsLevel, Instant since) {}

  private record OrdersView(Instant asOf, Mode mode, List<DistrictOrders> districts) {}

  private record ProposalBody(
      Optional<AlertLevel> level,
      Hazard hazard,
      List<AreaCode> districts,
      Optional<String> reason) {}

  private Answer get(Call call) {
    return Answer.ok(new OrdersView(hub.now(), hub.mode(), districts(call.language())));
  }

  /** Returns every district, also those without an order, in the order of the settings. */
  List<DistrictOrders> districts(Language language) {
    Map<AreaCode, List<Order>> orders =
        services.orders().listInForce().stream()
            .collect(
                Collectors.groupingBy(
                    EvacuationOrder::district,
                    Collectors.mapping(EvacuationRoutes::view, Collectors.toList())));
    return hub.municipality().districts().stream()
        .map(District::code)
        .map(
            code ->
                new DistrictOrders(hub.named(code, language), orders.getOrDefault(code, List.of())))
        .toList();
  }

  private Answer propose(Call call) {
    ProposalBody body = call.read(ProposalBody.class);
    EvacuationProposal proposal =
        new EvacuationProposal(
            body.districts(), body.hazard(), body.level(), body.reason().orElse(""));
    Dispatch draft =
        DispatchRefusals.done(
            services.evacuations().propose(proposal, Officers.of(call.session())));
    return Answer.created(presenter.view(draft, call.session(), call.language()));
  }

  private static Order view(EvacuationOrder order) {
    return new Order(order.hazard(), order.level(), order.showsLevel(), order.since());
  }
}
