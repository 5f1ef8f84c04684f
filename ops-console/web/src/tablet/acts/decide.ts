import type { HouseholdCard, PersonCard } from '../log/card';
import { type CheckinEvent, type Fact, says } from '../log/event';
import { mergeCards } from './merge';
import type { CheckinState, Doubt } from '../projection/state';

type CardDoubt = Extract<Doubt, { type: 'CARD' }>;
type PlacesDoubt = Extract<Doubt, { type: 'TWO_PLACES' }>;
type TwiceDoubt = Extract<Doubt, { type: 'TWICE' }>;

/** One of several versions of a card, and the fact that makes it the only one. */
export interface Version {
  event: CheckinEvent;
  card: HouseholdCard | PersonCard;
  keep: Fact;
}

/** The versions between which somebody has to choose. What is kept replaces all of them, so none is lost. */
export function versionsOf(state: CheckinState, { what, id, heads }: CardDoubt): Version[] {
  const standing = what === 'EVACUEE' ? state.evacuees.get(id)?.heads : state.households.get(id)?.heads;
  return (standing ?? []).flatMap((event): Version[] => {
    if (says(event, 'evacuee')) return [{ event, card: event.fact.card, keep: { ...event.fact, basedOn: heads } }];
    return says(event, 'household') ? [{ event, card: event.fact.card, keep: { ...event.fact, basedOn: heads } }] : [];
  });
}

/** They are at this one of the two shelters and not at the other: to be written at where they are. */
export function placed(state: CheckinState, { evacuee, here, there }: PlacesDoubt, at: string): Fact {
  const known = state.evacuees.get(evacuee);
  return {
    type: 'arrived',
    household: known?.household ?? evacuee,
    evacuees: [evacuee],
    form: known?.whereabouts?.form ?? 'IN_SHELTER',
    from: at === here ? there : here,
    fromCount: { people: 0, households: 0 },
  };
}

/**
 * The two are one. Where their cards do not contradict each other they become one card at once; where they do, the
 * versions are left side by side for a person to choose.
 */
export function same(state: CheckinState, { what, a, b }: TwiceDoubt): Fact[] {
  const joined: Fact = { type: 'same', what, keep: a, other: b };
  const one = what === 'EVACUEE' ? joinPeople(state, a, b) : joinHouseholds(state, a, b);
  return one ? [joined, one] : [joined];
}

function joinPeople({ evacuees }: CheckinState, a: string, b: string): Fact | null {
  const [kept, other] = [evacuees.get(a), evacuees.get(b)];
  const card = kept?.card && other?.card && mergeCards(kept.card, other.card);
  if (!card) return null;
  return { type: 'evacuee', evacuee: a, household: kept.household, basedOn: idsOf(kept.heads, other.heads), card };
}

function joinHouseholds({ households }: CheckinState, a: string, b: string): Fact | null {
  const [kept, other] = [households.get(a), households.get(b)];
  const card = kept?.card && other?.card && mergeCards(kept.card, other.card);
  return card ? { type: 'household', household: a, basedOn: idsOf(kept.heads, other.heads), card } : null;
}

function idsOf(...heads: (readonly CheckinEvent[])[]): string[] {
  return heads.flat().map(({ id }) => id);
}

export function different({ what, a, b }: TwiceDoubt): Fact {
  return { type: 'different', what, a, b };
}
