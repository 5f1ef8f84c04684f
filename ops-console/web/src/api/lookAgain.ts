import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/**
 * Asks again for what is on screen (all of it, or what a filter names). A first look that is still under way
 * isn't cancelled by an invalidation, and its answer may be older than the hint: it is asked again once it is there.
 */
export function lookAgain(queries: QueryClient, filter: InvalidateQueryFilters = {}) {
  const firstLooks = queries
    .getQueryCache()
    .findAll({ ...filter, fetchStatus: 'fetching' })
    .filter((query) => query.state.data === undefined);
  void queries.invalidateQueries(filter);
  for (const query of firstLooks) {
    const again = () => void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
    void query.promise?.then(again, again);
  }
}
