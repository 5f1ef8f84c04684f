import { says } from '../log/event';
import type { Seen } from './gather';
import type { Whereabouts } from './state';

/** Where somebody is after these events, which are theirs and in order. */
export function whereaboutsOf(seen: readonly Seen[]): Whereabouts | null {
  const last = seen.at(-1);
  if (!last) return null;
  const { shelter, at } = last;
  const arrival = seen.findLast((event) => says(event, 'arrived'));
  const form = arrival?.fact.form ?? 'IN_SHELTER';
  if (says(last, 'left')) return { state: 'GONE', shelter, at, form, to: last.fact.to, note: last.fact.note };
  return { state: says(last, 'went-out') ? 'OUT' : 'PRESENT', shelter, at, form };
}

/** The shelter at which they are counted, or null. */
export function presentAt(whereabouts: Whereabouts | null): string | null {
  return whereabouts && whereabouts.state !== 'GONE' ? whereabouts.shelter : null;
}

/** They arrived at one shelter while another still counted them, and nobody said that they moved. */
export function twoPlaces(seen: readonly Seen[]): { here: string; there: string } | null {
  const last = seen.at(-1);
  const there = presentAt(whereaboutsOf(seen.slice(0, -1)));
  if (!last || !says(last, 'arrived') || there === null || there === last.shelter || last.fact.from === there) {
    return null;
  }
  return { here: last.shelter, there };
}
