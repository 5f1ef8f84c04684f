import type { Schemas } from '../../api/types';
import type { HouseholdCard, PersonCard } from '../../tablet/log/card';

/** Somebody who checked in; the cards are as tablets write them. */
export type Evacuee = Omit<Schemas['Evacuee'], 'card' | 'householdCard'> & {
  card: PersonCard;
  householdCard: HouseholdCard;
};

/** The hub's answer leaves the cards' shape to the tablets. */
export function asEvacuees(answered: readonly Schemas['Evacuee'][]): Evacuee[] {
  return answered as unknown as Evacuee[];
}

/** Age in full years on a day, or as it was told. */
export function ageOf({ birth, age }: PersonCard, today: Date): number | undefined {
  if (!birth) return age ?? undefined;
  const [year = 0, month = 0, day = 0] = birth.split('-').map(Number);
  const hadBirthday =
    today.getMonth() + 1 > month || (today.getMonth() + 1 === month && today.getDate() >= day) ? 0 : 1;
  return today.getFullYear() - year - hadBirthday;
}
