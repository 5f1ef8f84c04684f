import type { HouseholdCard, PersonCard } from '../log/card';
import { type CheckinEvent, type Fact, says } from '../log/event';
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

export function same({ what, a, b }: TwiceDoubt): Fact {
  return { type: 'same', what, keep: a, other: b };
}

export function different({ what, a, b }: TwiceDoubt): Fact {
  return { type: 'different', what, a, b };
}
