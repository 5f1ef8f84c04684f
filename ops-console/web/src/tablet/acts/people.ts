import type { CheckinState, EvacueeState } from '../projection/state';
import { presentAt } from '../projection/whereabouts';
import { plainKana, plainPhone } from '../projection/writing';

/** Which people a list shows. */
export type Among = 'HERE' | 'OUT' | 'GONE' | 'ALL';

/** One person in a list: what to call them, and the household they belong to. */
export interface Row {
  evacuee: EvacueeState;
  household: string;
  name: string | null;
  kana: string;
  /** Their place in the household, from one: what an unnamed person is called by. */
  place: number;
}

/** Households with the people of it that are looked for. */
export interface Family {
  household: string;
  /** What the household is called by: its first name, or its number. */
  title: string | null;
  rows: readonly Row[];
}

function isAmong({ whereabouts }: EvacueeState, shelter: string, among: Among): boolean {
  switch (among) {
    case 'HERE':
      return presentAt(whereabouts) === shelter;
    case 'OUT':
      return presentAt(whereabouts) === shelter && whereabouts?.state === 'OUT';
    case 'GONE':
      return whereabouts !== null && presentAt(whereabouts) !== shelter;
    case 'ALL':
      return true;
  }
}

/** The people of a shelter household by household, in the order of their kana; those without a name come last. */
export function listFamilies(state: CheckinState, shelter: string, among: Among, words: string): Family[] {
  const kana = plainKana(words);
  const digits = plainPhone(words);
  const families = [...state.households.values()].map((household): Family => {
    const rows = household.evacuees.flatMap((id, index): Row[] => {
      const evacuee = state.evacuees.get(id);
      if (!evacuee) return [];
      const { card } = evacuee;
      return [
        { evacuee, household: household.id, name: card?.name || null, kana: plainKana(card?.kana), place: index + 1 },
      ];
    });
    const wanted =
      kana === '' ||
      rows.some((row) => row.kana.includes(kana) || plainKana(row.name ?? '').includes(kana)) ||
      (digits !== '' && plainPhone(household.card?.phone).includes(digits)) ||
      (household.card?.number ?? '') === words.trim();
    return {
      household: household.id,
      title: rows.find(({ name }) => name)?.name ?? household.card?.number ?? null,
      rows: wanted ? rows.filter(({ evacuee }) => isAmong(evacuee, shelter, among)) : [],
    };
  });
  const key = ({ rows }: Family) => rows.find((row) => row.kana !== '')?.kana ?? '\uffff';
  return families
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
