package jp.noroshi.opsconsole.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.core.chronology.ChronologyEntry;
import jp.noroshi.core.chronology.ChronologyFilter;
import jp.noroshi.core.chronology.ChronologyKind;
import jp.noroshi.core.chronology.ChronologyLine;
import jp.noroshi.core.chronology.ChronologyReader;
import jp.noroshi.core.chronology.ChronologyVerifier;
import jp.noroshi.core.chronology.ChronologyVerifier.Flaw;
import jp.noroshi.core.chronology.ChronologyVerifier.Verdict;

/** The memory of decisions and milestones. */
final class ChronologyRoutes implements Routes {

  private final HubFacts hub;
  private final ChronologyReader reader;
  private final ChronologyVerifier verifier;

  ChronologyRoutes(HubFacts hub, ChronologyReader reader, ChronologyVerifier verifier) {
    this.hub = hub;
    this.reader = reader;
    this.verifier = verifier;
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("listChronology", this::list, "verifyChronology", _ -> verify());
  }

  private record LineView(
      long number,
      Instant at,
      Mode mode,
      ChronologyKind kind,
      String actor,
      String subject,
      Map<String, Object> detail) {
    static LineView of(ChronologyLine line) {
      ChronologyEntry entry = line.entry();
      return new LineView(
          line.seq(),
          entry.at(),
          entry.mode(),
          entry.kind(),
          entry.actor(),
          entry.subject(),
          entry.detail());
    }
  }

  private record PageView(Instant asOf, List<LineView> entries, Optional<Long> next) {}

  private record Verification(
      boolean intact,
      Optional<Long> lines,
      Optional<String> lastHash,
      Optional<Long> brokenAt,
      Optional<Flaw> flaw,
      Instant asOf) {}

  private Answer list(Call call) {
    Instant asOf = hub.now();
    ChronologyFilter filter =
        new ChronologyFilter(
            Optional.of(hub.mode()),
            call.findText("subject"),
            call.texts("kind").stream().map(ChronologyKind::valueOf).collect(Collectors.toSet()));
    int limit = Page.limit(call);
    Page<ChronologyLine> page =
        Page.of(reader.listBefore(Page.before(call), limit, filter), limit, ChronologyLine::seq);
    return Answer.ok(
        new PageView(asOf, page.items().stream().map(LineView::of).toList(), page.next()));
  }

  private Answer verify() {
    return Answer.ok(
        switch (verifier.verify()) {
          case Verdict.Intact intact ->
              new Verification(
                  true,
                  Optional.of(intact.lines()),
                  Optional.of(intact.lastHash()),
                  Optional.empty(),
                  Optional.empty(),
                  hub.now());
          case Verdict.Broken broken ->
              new Verification(
                  false,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(broken.seq()),
                  Optional.of(broken.flaw()),
                  hub.now());
        });
  }
}
