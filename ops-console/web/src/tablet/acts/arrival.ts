import { blankHousehold, type HouseholdCard, type PersonCard } from '../log/card';
import type { Fact, Form, Unnamed } from '../log/event';
import type { CheckinState } from '../projection/state';
import { sameCard } from './merge';

/** One person on a card in hand; without a card they are counted but not yet named. */
export interface Member {
  id: string;
  card: PersonCard | null;
}

/** A card as it lies on the desk: new, or taken up again. */
export interface CardInHand {
  household: string;
  card: HouseholdCard;
  members: readonly Member[];
}

export function newCard(people: number, household: string = crypto.randomUUID()): CardInHand {
  return { household, card: blankHousehold, members: Array.from({ length: people }, newMember) };
}

export function newMember(): Member {
  return { id: crypto.randomUUID(), card: null };
}

/** A household as it is now, to be written on. */
export function takeUp(state: CheckinState, household: string): CardInHand | null {
  const known = state.households.get(household);
  if (!known) return null;
  return {
    household,
    card: known.card ?? blankHousehold,
    members: known.evacuees.map((id) => ({ id, card: state.evacuees.get(id)?.card ?? null })),
  };
}

/** A name that is only known by its sound is still a name. */
function named(card: PersonCard): PersonCard {
  const [name, kana] = [card.name?.trim(), card.kana?.normalize('NFKC').trim()];
  return {
    ...card,
    ...(kana ? { kana: toKatakana(kana) } : {}),
    ...(name || kana ? { name: name || toKatakana(kana ?? '') } : {}),
  };
}

function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

/** What changed on a card in hand, as new versions that replace all that stand. */
export function versions(state: CheckinState, { household, card, members }: CardInHand): Fact[] {
  const known = state.households.get(household);
  const facts: Fact[] = [];
  if (!sameCard(card, known?.card ?? blankHousehold)) {
    facts.push({ type: 'household', household, basedOn: known?.heads.map(({ id }) => id) ?? [], card });
  }
  for (const member of members) {
    const before = state.evacuees.get(member.id);
    const written = member.card && named(member.card);
    if (!written || sameCard(written, before?.card ?? null)) continue;
    const basedOn = before?.heads.map(({ id }) => id) ?? [];
    facts.push({ type: 'evacuee', evacuee: member.id, household, basedOn, card: written });
  }
  return facts;
}

export interface Arrival extends CardInHand {
  form: Form;
  /** Where they were until now. */
  from: string | null;
  /** So many of them were counted here already without a name. */
  fromCount: Unnamed;
}

/** A household is received: what is written on its card, and that they are here. */
export function receive(state: CheckinState, { form, from, fromCount, ...inHand }: Arrival): Fact[] {
  const evacuees = inHand.members.map(({ id }) => id);
  return [
    ...versions(state, inHand),
    { type: 'arrived', household: inHand.household, evacuees, form, from, fromCount },
  ];
}
