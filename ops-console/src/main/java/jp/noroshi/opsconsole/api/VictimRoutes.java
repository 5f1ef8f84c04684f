package jp.noroshi.opsconsole.api;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import jp.noroshi.shelters.victims.VictimExport;
import jp.noroshi.shelters.victims.VictimExports;

/** Hand-overs of who was at the shelters for a ledger of victims (被災者台帳). */
final class VictimRoutes implements Routes {

  private final VictimExports victimExports;

  VictimRoutes(VictimExports victimExports) {
    this.victimExports = victimExports;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listVictimExports", _ -> Answer.ok(new VictimExportList(victimExports.list())),
        "makeVictimExport",
            call ->
                Answer.created(
                    victimExports.make(call.read(VictimExport.Wish.class), call.actor())),
        "fetchVictimExport", this::fetch,
        "recallVictimExport",
            call -> Answer.ok(victimExports.recall(call.id("victimExportId"), call.actor())));
  }

  private record VictimExportList(List<VictimExport> victimExports) {}

  private Answer fetch(Call call) {
    VictimExport.Copy copy = victimExports.fetch(call.id("victimExportId"), call.actor());
    return new Answer.Download(Buffer.buffer(copy.text()), copy.name());
  }
}
