package jp.noroshi.opsconsole.api;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.noroshi.gis.imports.ImportKind;
import jp.noroshi.gis.imports.ImportSummary;
import jp.noroshi.gis.imports.Imports;
import jp.noroshi.gis.imports.ProposedRow;
import jp.noroshi.gis.imports.RowChange;

/** Lists and maps of places on their way in: proposal, approval, and the way back. */
final class ImportRoutes implements Routes {

  private static final int LISTED = 50;
  private static final int PAGE = 100;
  private static final List<String> FACTS =
      List.of("scenario", "name", "source", "edition", "licence", "column");

  private final Imports imports;

  ImportRoutes(Imports imports) {
    this.imports = imports;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listImports", call -> Answer.ok(new ImportList(imports.list(Set.of(kind(call)), LISTED))),
        "proposeImport", this::propose,
        "getImport", call -> Answer.ok(imports.get(call.id("importId"))),
        "listImportRows", this::rows,
        "approveImport", call -> Answer.ok(imports.approve(call.id("importId"), call.actor())),
        "rejectImport", call -> Answer.ok(imports.reject(call.id("importId"), call.actor())),
        "undoImport", call -> Answer.ok(imports.undo(call.id("importId"), call.actor())));
  }

  private Answer propose(Call call) {
    return Answer.created(
        imports.propose(
            kind(call), call.text("fileName"), call.body().getBytes(), facts(call), call.actor()));
  }

  /** What the sender says of the file; the kind of an import has the name "kind" already. */
  private static Map<String, String> facts(Call call) {
    Map<String, String> facts = new HashMap<>();
    call.findText("subject").ifPresent(said -> facts.put("kind", said));
    FACTS.forEach(name -> call.findText(name).ifPresent(said -> facts.put(name, said)));
    return facts;
  }

  private record ImportList(List<ImportSummary> imports) {}

  private record RowPage(List<ProposedRow> rows, Optional<Long> next) {}

  private Answer rows(Call call) {
    Set<RowChange> changes =
        call.texts("change").stream()
            .map(RowChange::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(RowChange.class)));
    long from = call.findNumber("from").orElse(0L);
    List<ProposedRow> rows =
        imports.rows(
            call.id("importId"),
            changes.isEmpty() ? EnumSet.allOf(RowChange.class) : changes,
            Math.toIntExact(from),
            PAGE);
    return Answer.ok(
        new RowPage(rows, rows.size() < PAGE ? Optional.empty() : Optional.of(from + PAGE)));
  }

  private static ImportKind kind(Call call) {
    return ImportKind.valueOf(call.text("kind"));
  }
}
