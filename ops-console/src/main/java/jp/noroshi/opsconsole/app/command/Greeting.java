package jp.noroshi.opsconsole.app.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import jp.noroshi.core.alert.Mode;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.app.Hub;
import jp.noroshi.opsconsole.app.drill.DrillAccounts;
import jp.noroshi.opsconsole.app.drill.SampleDrill;

/** What a person at the terminal needs to know once the hub answers. */
record Greeting(Hub hub, DataDirectory directory, PrintWriter out) {

  void print(Optional<SampleDrill> drill) {
    URI address = hub.address();
    out.println();
    out.println(
        hub.mode() == Mode.DRILL
            ? "Noroshi 訓練 (a drill: nothing leaves this machine)"
            : "Noroshi 本番 (LIVE)");
    out.println("  console          " + address.resolve("/console/"));
    out.println("  residents' page  " + address.resolve("/"));
    out.println("  data             " + directory.path());
    drill.ifPresent(each -> accounts());
    out.println();
    out.flush();
  }

  private void accounts() {
    out.println("  drill accounts   (account, password, role)");
    for (DrillAccounts.SignIn each : new DrillAccounts(directory).list()) {
      out.println("    %-10s %-18s %s".formatted(each.name(), each.password(), each.role()));
    }
  }
}
