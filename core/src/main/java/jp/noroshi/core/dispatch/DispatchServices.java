package jp.noroshi.core.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.audience.Subscribers;
import jp.noroshi.core.chronology.Chronology;
import jp.noroshi.core.config.MunicipalitySettings;
import jp.noroshi.core.delivery.Outbox;
import jp.noroshi.core.evacuation.EvacuationOrders;
import jp.noroshi.core.intake.AlertFollowUp;
import jp.noroshi.core.message.Medium;
import jp.noroshi.core.message.MessageTemplates;
import jp.noroshi.core.message.Renderer;
import jp.noroshi.core.message.SirenTable;
import jp.noroshi.core.message.TextWriter;
import jp.noroshi.core.storage.Database;

/**
 * Everything the dispatch offers, wired for one mode.
 *
 * @param drafts drafts as officers write them
 * @param approvals the last gate
 * @param evacuations from a change of orders to its draft
 * @param corrections 訂正・取消
 * @param previews what approval would do
 * @param alerts what follows when an alert was taken in
 * @param orders the evacuation orders in force
 * @param subscribers who asked to be told
 */
public record DispatchServices(
    DraftService drafts,
    ApprovalService approvals,
    EvacuationDrafts evacuations,
    Corrections corrections,
    Previews previews,
    AlertFollowUp alerts,
    EvacuationOrders orders,
    Subscribers subscribers) {

  /** The same words to the same people within this time are a slip, not a decision. */
  private static final Duration REPEAT_LIMIT = Duration.ofMinutes(5);

  /**
   * Where things are kept.
   *
   * @param batchSize the most addresses of a medium in one delivery, see {@code Channel.Limits}
   */
  public record Stores(
      Database database, Chronology chronology, Outbox outbox, ToIntFunction<Medium> batchSize) {}

  /** What the municipality settled. */
  public record Settings(
      MunicipalitySettings municipality, MessageTemplates templates, SirenTable sirens) {}

  /** Wires the services of one mode. */
  public static DispatchServices open(
      Stores stores, Settings settings, Mode mode, InstantSource clock) {
    DispatchTable dispatches = new DispatchTable(mode);
    DispatchChronicle chronicle = new DispatchChronicle(stores.chronology());
    Desk desk =
        new Desk(
            stores.database(),
            dispatches,
            new DraftRules(settings.municipality(), settings.sirens()),
            chronicle,
            clock);
    EvacuationOrders orders = new EvacuationOrders(stores.database(), mode);
    Subscribers subscribers =
        new Subscribers(stores.database(), settings.municipality(), mode, clock);
    DispatchRenderer renderer =
        new DispatchRenderer(
            new Renderer(settings.municipality(), settings.templates(), settings.sirens()),
            settings.municipality());
    WaitingDrafts waiting = new WaitingDrafts(dispatches, chronicle);
    DispatchPipeline pipeline =
        new DispatchPipeline(
            new DropOutdated(dispatches),
            new DropRepeats(dispatches, REPEAT_LIMIT),
            new ReplaceFormer(waiting, stores.outbox()),
            new ChangeOrders(orders),
            new FindAudience(subscribers, settings.municipality().mainLanguage()),
            new Render(renderer),
            new FanOut(subscribers, stores.outbox(), stores.batchSize()));
    return assemble(settings, desk, new Parts(orders, subscribers, renderer, waiting, pipeline));
  }

  private record Parts(
      EvacuationOrders orders,
      Subscribers subscribers,
      DispatchRenderer renderer,
      WaitingDrafts waiting,
      DispatchPipeline pipeline) {}

  private static DispatchServices assemble(Settings settings, Desk desk, Parts parts) {
    TextWriter writer = new TextWriter(settings.templates());
    Names names = new Names(settings.municipality(), settings.templates());
    EvacuationTexts evacuationTexts = new EvacuationTexts(writer, names);
    ApprovalService approvals = new ApprovalService(desk, parts.pipeline());
    return new DispatchServices(
        new DraftService(desk, writer, parts.orders()),
        approvals,
        new EvacuationDrafts(desk, parts.orders(), evacuationTexts),
        new Corrections(desk, parts.orders(), writer, evacuationTexts),
        new Previews(desk, parts.renderer(), parts.subscribers(), parts.orders(), approvals),
        new AlertDrafts(desk, parts.waiting(), new AlertTexts(writer, names), approvals),
        parts.orders(),
        parts.subscribers());
  }
}
