package jp.noroshi.core.intake.cap;

import static jp.noroshi.core.intake.UnreadableException.breaksTheFormat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.noroshi.core.intake.UnreadableException;

/** The simple elements of one block by name, in the order given. */
final class CapFields {
  private final String block;
  private final Map<String, List<String>> values = new HashMap<>();

  CapFields(String block) {
    this.block = block;
  }

  void put(String name, String value) {
    values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
  }

  /** Returns all values of an element that may be given more than once, without empty ones. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).toList();
  }

  /**
   * Returns the value of an element that may be given once, empty if absent.
   *
   * @throws UnreadableException when it is given twice: nobody could tell which one counts
   */
  String optional(String name) throws UnreadableException {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw breaksTheFormat(block + " に " + name + " が二つ以上あります。");
    }
    return given.isEmpty() ? "" : given.getFirst();
  }

  /** Returns the value of an element that must be given once. */
  String required(String name) throws UnreadableException {
    String value = optional(name);
    if (value.isEmpty()) {
      throw breaksTheFormat(block + " に必須の " + name + " がありません。");
    }
    return value;
  }
}
