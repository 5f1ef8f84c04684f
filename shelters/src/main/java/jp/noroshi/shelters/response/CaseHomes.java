package jp.noroshi.shelters.response;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.noroshi.core.place.LatLon;
import jp.noroshi.core.storage.Database;
import jp.noroshi.gis.register.Access;
import jp.noroshi.gis.register.PersonId;
import jp.noroshi.gis.register.PersonOutline;
import jp.noroshi.gis.register.Reader;
import jp.noroshi.gis.register.Register;
import org.jdbi.v3.core.Handle;

/**
 * Where those live who are not yet known to be safe, for the map of staff. A home tells who
 * somebody is: everybody placed is a line in the access log. Thread-safe, blocking.
 */
public final class CaseHomes {

  private final Database database;
  private final NotYetSafe list;
  private final Register register;

  CaseHomes(Database database, NotYetSafe list, Register register) {
    this.database = database;
    this.list = list;
    this.register = register;
  }

  /**
   * Where somebody lives.
   *
   * @param doubtful whether the point only stands for the neighbourhood
   */
  public record Home(UUID caseId, LatLon location, boolean doubtful) {
    @Override
    public String toString() {
      return "Home[" + caseId + "]";
    }
  }

  /**
   * Places cases of a response on the map.
   *
   * @param cases those who are safe by now, and those of another response, are left out
   * @return those whose home is known
   * @throws jp.noroshi.gis.register.RegisterRefusedException EMERGENCY_OVER when a day has passed:
   *     the response has to be continued first; nobody is placed then
   */
  public List<Home> locate(UUID response, Collection<UUID> cases, Reader reader) {
    List<NotYetSafe.Line> lines =
        list.findAll(cases).stream()
            .filter(line -> line.response().equals(response) && line.state().isNotYetSafe())
            .toList();
    return database.inTransaction(handle -> locate(handle, lines, reader));
  }

  /** One look for all that are looked at by the same right. */
  private List<Home> locate(Handle handle, List<NotYetSafe.Line> lines, Reader reader) {
    Map<UUID, CaseLooks.Under> looks =
        CaseLooks.all(handle, lines.stream().map(NotYetSafe.Line::id).toList());
    Map<Access, List<NotYetSafe.Line>> byAccess =
        lines.stream().collect(Collectors.groupingBy(line -> looks.get(line.id()).access(reader)));
    List<Home> homes = new ArrayList<>();
    byAccess.forEach((access, some) -> homes.addAll(locate(handle, some, access)));
    return List.copyOf(homes);
  }

  private List<Home> locate(Handle handle, List<NotYetSafe.Line> lines, Access access) {
    Map<PersonId, UUID> cases = new HashMap<>();
    lines.forEach(line -> cases.put(line.person(), line.id()));
    return register.locate(handle, cases.keySet(), access).stream()
        .map(outline -> home(cases.get(outline.id()), outline))
        .toList();
  }

  private static Home home(UUID caseId, PersonOutline outline) {
    return new Home(caseId, outline.home().orElseThrow(), outline.homeDoubtful());
  }
}
