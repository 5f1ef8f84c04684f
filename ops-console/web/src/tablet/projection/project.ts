import type { CheckinEvent, FactOf } from '../log/event';
import { countShelter } from './count';
import { type EvacueeEvents, gather, type Gathered } from './gather';
import type { CheckinState, Doubt, EvacueeState, HouseholdState, ShelterState } from './state';
import { findTwice } from './twice';
import { twoPlaces, whereaboutsOf } from './whereabouts';

type CardEvent = CheckinEvent<FactOf<'evacuee'>> | CheckinEvent<FactOf<'household'>>;

/** The versions of a card that no other version replaces. */
function headsOf<E extends CardEvent>(cards: readonly E[]): E[] {
  const replaced = new Set(cards.flatMap(({ fact }) => fact.basedOn));
  return cards.filter(({ id }) => !replaced.has(id));
}

function evacueeOf(id: string, { cards, seen, belonging }: EvacueeEvents, { groups }: Gathered): EvacueeState {
  // Who was seen here without ever having arrived is a household of their own.
  const household = groups.HOUSEHOLD.of(belonging.at(-1)?.fact.household ?? id);
  return {
    id,
    card: cards.at(-1)?.fact.card ?? null,
    heads: headsOf(cards),
    household,
    whereabouts: whereaboutsOf(seen),
  };
}

function cardDoubt(what: 'EVACUEE' | 'HOUSEHOLD', { id, heads }: EvacueeState | HouseholdState): Doubt[] {
  return heads.length > 1 ? [{ type: 'CARD', what, id, heads: heads.map((head) => head.id) }] : [];
}

/**
 * What a set of events says: the events come in their one order ({@link EventLog.events}), so the same set gives
 * the same state whatever way it came.
 */
export function project(events: readonly CheckinEvent[]): CheckinState {
  const gathered = gather(events);
  const evacuees = new Map([...gathered.evacuees].map(([id, own]) => [id, evacueeOf(id, own, gathered)]));
  const members = new Map<string, string[]>();
  for (const { id, household } of evacuees.values()) members.set(household, [...(members.get(household) ?? []), id]);
  const alone = [...members.keys()].filter((id) => !gathered.households.has(id));
  const households = new Map(
    [...gathered.households, ...alone.map((id) => [id, []] as const)].map(([id, cards]): [string, HouseholdState] => [
      id,
      { id, card: cards.at(-1)?.fact.card ?? null, heads: headsOf(cards), evacuees: members.get(id) ?? [] },
    ]),
  );
  const doubts: Doubt[] = [];
  const shelters = new Map<string, ShelterState>();
  const everybody = [...evacuees.values()];
  for (const [shelter, own] of gathered.shelters) {
    const { state, belowZero } = countShelter(shelter, own, everybody);
    shelters.set(shelter, state);
    if (belowZero) doubts.push({ type: 'BELOW_ZERO', shelter });
  }
  for (const each of evacuees.values()) doubts.push(...cardDoubt('EVACUEE', each));
  for (const each of households.values()) doubts.push(...cardDoubt('HOUSEHOLD', each));
  for (const [evacuee, { seen }] of gathered.evacuees) {
    const places = twoPlaces(seen);
    if (places) doubts.push({ type: 'TWO_PLACES', evacuee, ...places });
  }
  doubts.push(...findTwice(evacuees, households, gathered.different, gathered.groups));
  return { evacuees, households, shelters, doubts, standing: (what, id) => gathered.groups[what].of(id) };
}
