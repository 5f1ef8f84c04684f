package jp.noroshi.opsconsole.page;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** The pages made of one state of knowledge, each rendered once. Thread-safe. */
final class PageCache {

  private final ConcurrentMap<PageRequest, RenderedPage> pages = new ConcurrentHashMap<>();

  /** Returns the page, making it if it is asked for the first time. Only for pages that exist. */
  RenderedPage get(PageRequest request, Function<PageRequest, RenderedPage> making) {
    return pages.computeIfAbsent(request, making);
  }
}
