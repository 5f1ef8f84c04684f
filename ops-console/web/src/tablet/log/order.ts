import type { CheckinEvent, Stamp } from './event';

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareStamps(a: Stamp, b: Stamp): number {
  return a.wall - b.wall || a.count - b.count;
}

/** The one order of all events, the same on every device and on the hub. */
export function compareEvents(a: CheckinEvent, b: CheckinEvent): number {
  return compareStamps(a.clock, b.clock) || compareText(a.device, b.device) || compareText(a.id, b.id);
}
