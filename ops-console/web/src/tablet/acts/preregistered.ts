import type { Preregistration } from '../sync/hub';
import { blankHousehold, blankPerson } from '../log/card';
import type { CardInHand } from './arrival';
import { idFromCode } from './codes';

/**
 * The card of a pre-registration. Household and people get ids made of its code, so that the same one read at two
 * shelters is one household and is noticed.
 */
export async function preregisteredCard({ code, household, people }: Preregistration): Promise<CardInHand> {
  return {
    household: await idFromCode(`NRS1:${code}`),
    card: { ...blankHousehold, ...household },
    members: await Promise.all(
      people.map(async (card, place) => ({
        id: await idFromCode(`NRS1:${code}:${place + 1}`),
        card: { ...blankPerson, ...card },
      })),
    ),
  };
}

/** A card of which only the code is known: its people are counted now and named later. */
export async function codedCard(kind: 'PREREGISTRATION' | 'PAPER', code: string): Promise<CardInHand> {
  const name = `${kind === 'PAPER' ? 'NRS1P' : 'NRS1'}:${code}`;
  return {
    household: await idFromCode(name),
    card: { ...blankHousehold, number: code },
    members: [{ id: await idFromCode(`${name}:1`), card: null }],
  };
}
