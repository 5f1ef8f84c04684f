import { type CheckinEvent, type FactOf, says } from '../log/event';
import { Groups } from './groups';

export type Seen = CheckinEvent<FactOf<'arrived' | 'left' | 'went-out' | 'came-back'>>;
export type Belonging = CheckinEvent<FactOf<'arrived' | 'evacuee'>>;

/** The events of one evacuee, all joined records together, each list in the order of events. */
export interface EvacueeEvents {
  cards: CheckinEvent<FactOf<'evacuee'>>[];
  seen: Seen[];
  belonging: Belonging[];
}

/** The events that count, laid out by what they are about. */
export interface Gathered {
  evacuees: Map<string, EvacueeEvents>;
  households: Map<string, CheckinEvent<FactOf<'household'>>[]>;
  shelters: Map<string, CheckinEvent[]>;
  different: CheckinEvent<FactOf<'different'>>[];
  groups: Record<'EVACUEE' | 'HOUSEHOLD', Groups>;
}

/** Leaves out what somebody took back. Taking back cannot itself be taken back. */
function standing(events: readonly CheckinEvent[]): CheckinEvent[] {
  const undone = new Set(events.filter((event) => says(event, 'undone')).map(({ fact }) => fact.event));
  return events.filter((event) => event.fact.type === 'undone' || !undone.has(event.id));
}

/** Lays events out; they come in their one order, each once. */
export function gather(events: readonly CheckinEvent[]): Gathered {
  const live = standing(events);
  const joined = live.filter((event) => says(event, 'same'));
  const groups = { EVACUEE: new Groups(joined, 'EVACUEE'), HOUSEHOLD: new Groups(joined, 'HOUSEHOLD') };
  const gathered: Gathered = {
    evacuees: new Map(),
    households: new Map(),
    shelters: new Map(),
    different: live.filter((event) => says(event, 'different')),
    groups,
  };
  for (const event of live) place(event, gathered);
  return gathered;
}

function place(event: CheckinEvent, { evacuees, households, shelters, groups }: Gathered) {
  const ofEvacuee = (id: string) =>
    entry(evacuees, groups.EVACUEE.of(id), () => ({ cards: [], seen: [], belonging: [] }));
  const ofHousehold = (id: string) => entry(households, groups.HOUSEHOLD.of(id), () => []);
  entry(shelters, event.shelter, () => []).push(event);
  if (says(event, 'household')) {
    ofHousehold(event.fact.household).push(event);
  } else if (says(event, 'evacuee')) {
    const evacuee = ofEvacuee(event.fact.evacuee);
    evacuee.cards.push(event);
    evacuee.belonging.push(event);
    ofHousehold(event.fact.household);
  } else if (says(event, 'arrived', 'left', 'went-out', 'came-back')) {
    for (const group of new Set(event.fact.evacuees.map((id) => groups.EVACUEE.of(id)))) {
      const evacuee = ofEvacuee(group);
      evacuee.seen.push(event);
      if (says(event, 'arrived')) evacuee.belonging.push(event);
    }
    if (says(event, 'arrived')) ofHousehold(event.fact.household);
  }
}

function entry<V>(map: Map<string, V>, key: string, fresh: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = fresh();
  map.set(key, made);
  return made;
}
