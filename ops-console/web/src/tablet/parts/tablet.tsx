import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Fact } from '../log/event';
import type { JournalView } from '../log/journal';
import type { OpenTablet, Station } from '../station';
import type { Connection } from '../sync/sync';

export const StationContext = createContext<Station | null>(null);
export const TabletContext = createContext<OpenTablet | null>(null);

export function useStation(): Station {
  const station = useContext(StationContext);
  if (!station) throw new Error('no station is given around this component');
  return station;
}

/** The tablet at work. Only inside the unlocked part. */
export function useTablet(): OpenTablet {
  const tablet = useContext(TabletContext);
  if (!tablet) throw new Error('the tablet is locked');
  return tablet;
}

/** What the tablet knows now. */
export function useJournal(): JournalView {
  const { journal } = useTablet();
  return useSyncExternalStore(journal.subscribe, () => journal.view);
}

export function useConnection(): Connection {
  const { sync } = useTablet();
  return useSyncExternalStore(sync.subscribe, () => sync.connection);
}

/**
 * Writes down what happened here, in the name of whoever holds the tablet. Returns false when it could not be put
 * on the disk: the page says so by itself, and stays as it is.
 */
export function useWrite(): (facts: readonly Fact[], shelter?: string) => Promise<boolean> {
  const { journal, by } = useTablet();
  return (facts, shelter) =>
    journal.write(by, facts, shelter).then(
      () => true,
      () => false,
    );
}
