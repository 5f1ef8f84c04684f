package jp.noroshi.opsconsole.api;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.noroshi.gis.register.ChangeKind;
import jp.noroshi.gis.register.Extract;
import jp.noroshi.gis.register.ImportDoubt;
import jp.noroshi.gis.register.ImportRow;
import jp.noroshi.gis.register.PersonEntry;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.RegisterImport;
import jp.noroshi.gis.register.RegisterImports;

/** Extracts of other offices, on their way into the register. */
final class RegisterImportRoutes implements Routes {

  private final RegisterImports imports;

  RegisterImportRoutes(RegisterImports imports) {
    this.imports = imports;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listRegisterImports", _ -> Answer.ok(new ImportList(imports.list())),
        "proposeRegisterImport", this::propose,
        "openRegisterImport", this::open,
        "approveRegisterImport",
            call -> Answer.ok(imports.approve(call.id("importId"), Looks.atRegister(call))),
        "rejectRegisterImport",
            call -> Answer.ok(imports.reject(call.id("importId"), Looks.reader(call))),
        "undoRegisterImport",
            call -> Answer.ok(imports.undo(call.id("importId"), Looks.atRegister(call))));
  }

  private record ImportList(List<RegisterImport> imports) {}

  private record FileBody(Extract.Kind kind, String name, String content) {}

  private record ProposalBody(List<FileBody> files) {}

  private record RowView(
      Optional<Integer> row,
      Optional<PersonId> person,
      Optional<String> name,
      ImportRow.Outcome outcome,
      Set<ChangeKind> kinds,
      List<ImportDoubt> doubts,
      List<String> reasons) {
    static RowView of(ImportRow row) {
      return new RowView(
          row.row(),
          row.person(),
          row.after().map(entry -> entry.identity().name()),
          row.outcome(),
          row.kinds(),
          row.doubts(),
          row.after().map(PersonEntry::condition).map(each -> each.reasons()).orElse(List.of()));
    }
  }

  private record ProposalView(RegisterImport summary, List<RowView> rows) {}

  private Answer propose(Call call) {
    List<Extract> extracts =
        call.read(ProposalBody.class).files().stream()
            .map(file -> new Extract(file.kind(), file.name(), bytes(file.content())))
            .toList();
    return Answer.created(imports.propose(extracts, Looks.atRegister(call)));
  }

  private Answer open(Call call) {
    RegisterImports.Proposal proposal = imports.open(call.id("importId"), Looks.atRegister(call));
    return Answer.ok(
        new ProposalView(proposal.summary(), proposal.rows().stream().map(RowView::of).toList()));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemKind.INVALID_REQUEST);
    }
  }
}
