import type { CheckinEvent } from './event';
import { compareEvents } from './order';

/**
 * The events a device knows: grows only, and knows each event once. Always in the one order, so that whoever
 * reads it walks from the first to the last.
 */
export class EventLog {
  private readonly known = new Map<string, CheckinEvent>();
  private ordered: readonly CheckinEvent[] = [];

  constructor(events: Iterable<CheckinEvent> = []) {
    this.add(events);
  }

  /** All events in their order; the same array until something new comes. */
  get events(): readonly CheckinEvent[] {
    return this.ordered;
  }

  /** Takes events in and returns those that were not known yet. */
  add(events: Iterable<CheckinEvent>): CheckinEvent[] {
    const fresh: CheckinEvent[] = [];
    for (const event of events) {
      if (this.known.has(event.id)) continue;
      this.known.set(event.id, event);
      fresh.push(event);
    }
    if (fresh.length > 0) this.ordered = [...this.known.values()].sort(compareEvents);
    return fresh;
  }
}
