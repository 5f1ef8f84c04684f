package jp.noroshi.gis.register;

import java.util.Optional;

/**
 * A person as opened for a purpose: groups the purpose does not allow are absent.
 *
 * @param outline what needs no opening
 * @param identity who
 * @param condition why they need assistance
 * @param contacts who stands by them
 */
public record Person(
    PersonOutline outline,
    Identity identity,
    Optional<Condition> condition,
    Optional<Contacts> contacts) {

  /** Returns the hub's number. */
  public PersonId id() {
    return outline.id();
  }

  @Override
  public String toString() {
    return "Person[" + id() + "]";
  }
}
