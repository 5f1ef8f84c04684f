import { type CheckinEvent, says } from '../log/event';

/** The ids of all events that somebody took back. */
export function undoneIds(events: readonly CheckinEvent[]): Set<string> {
  return new Set(events.filter((event) => says(event, 'undone')).map(({ fact }) => fact.event));
}

/** What this device wrote down, the newest first; taking back is no act of its own to be taken back. */
export function ownActs(events: readonly CheckinEvent[], device: string): CheckinEvent[] {
  return events.filter((event) => event.device === device && event.fact.type !== 'undone').toReversed();
}

/** What this device wrote down last and has not taken back. */
export function lastUndoable(events: readonly CheckinEvent[], device: string): CheckinEvent | undefined {
  const undone = undoneIds(events);
  return events.findLast((event) => event.device === device && event.fact.type !== 'undone' && !undone.has(event.id));
}
