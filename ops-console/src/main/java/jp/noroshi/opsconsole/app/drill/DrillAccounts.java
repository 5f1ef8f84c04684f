package jp.noroshi.opsconsole.app.drill;

import java.util.List;
import java.util.Set;
import jp.noroshi.opsconsole.app.DataDirectory;
import jp.noroshi.opsconsole.auth.Accounts;
import jp.noroshi.opsconsole.auth.Role;

/** The invented accounts of a drill. Their passwords are random and kept in the data directory. */
public final class DrillAccounts {

  /** Who writes. */
  public static final String OFFICER = "duty";

  /** Who approves. */
  public static final String APPROVER = "approver";

  /** Who keeps the register of people who need assistance. */
  public static final String WELFARE = "welfare";

  /** Who decides about the work of {@link #WELFARE}. */
  public static final String WELFARE_CHIEF = "welfare-chief";

  /** Who opens sites. */
  public static final String SHELTER = "shelter";

  private static final List<Invented> ALL =
      List.of(
          new Invented(OFFICER, "当直（訓練）", Role.DUTY_OFFICER),
          new Invented(APPROVER, "承認者（訓練）", Role.APPROVER),
          new Invented(WELFARE, "要支援者担当（訓練）", Role.WELFARE_STAFF),
          new Invented(WELFARE_CHIEF, "要支援者係長（訓練）", Role.WELFARE_STAFF),
          new Invented(SHELTER, "避難所担当（訓練）", Role.SHELTER_STAFF),
          new Invented("viewer", "閲覧者（訓練）", Role.VIEWER),
          new Invented("admin", "管理者（訓練）", Role.ADMINISTRATOR));

  private final DataDirectory directory;

  /** Keeps the passwords there. */
  public DrillAccounts(DataDirectory directory) {
    this.directory = directory;
  }

  private record Invented(String name, String displayName, Role role) {}

  /** An account and its password, to be shown to the person at the terminal. */
  public record SignIn(String name, String password, String role) {}

  /** Makes those that are not there yet. */
  public void create(Accounts accounts) {
    for (Invented invented : ALL) {
      if (accounts.find(invented.name()).isEmpty()) {
        accounts.create(
            invented.name(),
            invented.displayName(),
            Set.of(invented.role()),
            password(invented.name()),
            "hub");
      }
    }
  }

  /** Lists who can sign in and how. */
  public List<SignIn> list() {
    return ALL.stream()
        .map(each -> new SignIn(each.name(), password(each.name()), each.role().name()))
        .toList();
  }

  /** Returns the password of an account. */
  public String password(String name) {
    return directory.randomSecret("password-of-" + name).reveal().substring(0, 16);
  }
}
