import { type CheckinEvent, type Fact, says } from '../log/event';

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

/**
 * Takes an act back. With an arrival go the cards that were written in the same moment: somebody who was received by
 * mistake and is received again must not look like two.
 */
export function takeBack(events: readonly CheckinEvent[], act: CheckinEvent): Fact[] {
  const undone = undoneIds(events);
  const together = events.filter((event) => !undone.has(event.id) && (event.id === act.id || isCardOf(event, act)));
  return together.map(({ id }) => ({ type: 'undone', event: id }));
}

function isCardOf(event: CheckinEvent, act: CheckinEvent): boolean {
  return (
    says(act, 'arrived') &&
    says(event, 'household', 'evacuee') &&
    event.device === act.device &&
    event.at === act.at &&
    event.fact.household === act.fact.household
  );
}
