import type { CheckinEvent, FactOf, Kept } from '../log/event';
import type { Groups } from './groups';
import type { Doubt, EvacueeState, HouseholdState } from './state';
import { plainKana, plainPhone } from './writing';

/** Two records as one key, whichever is named first. */
function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Every two of those that have a key in common. */
function pairs<T extends { id: string }>(
  all: Iterable<T>,
  keysOf: (each: T) => string[],
): Map<string, [string, string]> {
  const alike = new Map<string, string[]>();
  for (const each of all) {
    for (const key of keysOf(each)) alike.set(key, [...(alike.get(key) ?? []), each.id]);
  }
  const found = new Map<string, [string, string]>();
  for (const ids of alike.values()) {
    for (const [index, first] of ids.entries()) {
      for (const second of ids.slice(index + 1)) {
        found.set(pairOf(first, second), first < second ? [first, second] : [second, first]);
      }
    }
  }
  return found;
}

/** Records that look like one person or one household, and that nobody has told apart. */
export function findTwice(
  evacuees: ReadonlyMap<string, EvacueeState>,
  households: ReadonlyMap<string, HouseholdState>,
  different: readonly CheckinEvent<FactOf<'different'>>[],
  groups: Record<Kept, Groups>,
): Doubt[] {
  const apart = new Set(
    different.map(({ fact: { what, a, b } }) => `${what} ${pairOf(groups[what].of(a), groups[what].of(b))}`),
  );
  const keysOfEvacuee = ({ card, household }: EvacueeState) => {
    const kana = plainKana(card?.kana);
    const phone = plainPhone(households.get(household)?.card?.phone);
    if (kana === '') return [];
    return [...(card?.birth ? [`${kana} ${card.birth}`] : []), ...(phone === '' ? [] : [`${kana} ${phone}`])];
  };
  const keysOfHousehold = ({ card }: HouseholdState) => {
    const phone = plainPhone(card?.phone);
    return phone === '' ? [] : [phone];
  };
  const told = (what: Kept, found: Map<string, [string, string]>): Doubt[] =>
    [...found].flatMap(([pair, [a, b]]) =>
      apart.has(`${what} ${pair}`) ? [] : [{ type: 'TWICE' as const, what, a, b }],
    );
  return [
    ...told('EVACUEE', pairs(evacuees.values(), keysOfEvacuee)),
    ...told('HOUSEHOLD', pairs(households.values(), keysOfHousehold)),
  ];
}
