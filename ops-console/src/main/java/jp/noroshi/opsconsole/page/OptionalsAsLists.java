package jp.noroshi.opsconsole.page;

import com.samskivert.mustache.DefaultCollector;
import java.util.Iterator;
import java.util.Optional;

/** A section over an optional is shown once or not at all, as over a list. */
final class OptionalsAsLists extends DefaultCollector {
  @Override
  public Iterator<?> toIterator(Object value) {
    return value instanceof Optional<?> optional
        ? optional.stream().iterator()
        : super.toIterator(value);
  }
}
