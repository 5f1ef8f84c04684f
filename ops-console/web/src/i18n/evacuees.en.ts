import type { evacueesJa } from './evacuees.ja';
import { tabletEn } from './tablet.en';

const n = (value: number) => value.toLocaleString('en');

const valueWords: Record<string, Record<string, string>> = {
  sex: tabletEn.sexes,
  condition: tabletEn.conditions,
  residence: tabletEn.residences,
  damage: tabletEn.damages,
  disclosure: tabletEn.disclosures,
  needs: tabletEn.needs,
};

/** Evacuees by name, for headquarters. */
export const evacueesEn: typeof evacueesJa = {
  back: 'All shelters',
  tabs: {
    label: 'Evacuees',
    list: 'Evacuees by name',
    doubts: 'To be decided by a person',
  },
  unnamed: 'Name not known',
  tellsNobody: 'Others must not be told',
  nowhere: 'Not checked in',
  years: (age: number) => `${n(age)}`,
  left: (shelter: string, to: string, note: string) => `Left ${shelter} for ${to}${note && `: ${note}`}`,
  value: (field: string, value: unknown): string => {
    if (value === true) return 'Yes';
    if (value === false) return 'No';
    const words = valueWords[field];
    if (Array.isArray(value)) return value.map((each) => words?.[String(each)] ?? String(each)).join(', ');
    if (typeof value === 'object' && value !== null) {
      const { dogs, cats, others } = value as { dogs: number; cats: number; others: number };
      return `${n(dogs)} dogs, ${n(cats)} cats, ${n(others)} others`;
    }
    return words?.[String(value)] ?? String(value);
  },
  purposes: {
    RUNNING: 'Running the shelters',
    CARE: 'Health and welfare',
    DOUBT: 'Checking duplicates and contradictions',
  },
  list: {
    search: 'Search',
    name: 'Beginning of the name, in characters or kana',
    nameHint: 'For example みほん or 見本',
    district: 'District or neighbourhood association',
    districtHint: 'As it stands on the household card',
    shelter: 'Shelter',
    anyShelter: 'Any',
    alsoLeft: 'Also those who left',
    purpose: 'What for',
    purposeHint: 'Everybody who is opened stands in the log with it.',
    submit: 'Search',
    found: 'Found',
    count: (people: number) => `${n(people)} people`,
    start: 'Search by name, district or shelter',
    startWhat: 'Only those found are opened, and that is logged.',
    none: 'Nobody fits',
    noneWhat: 'People whose name is not known cannot be found by name.',
    more: 'More than 300. Say more of whom you look for; the others were not opened.',
    who: 'Name',
    ageAndSex: 'Age, sex',
    where: 'Where',
    home: 'District',
    condition: 'Condition',
  },
  doubts: {
    what: 'Nothing is decided by itself, and no record is lost by deciding.',
    none: 'Nothing to decide',
    list: (count: number) => `${n(count)} to decide`,
    kinds: {
      PERSON_CARD: 'The card of one person was changed in two places',
      HOUSEHOLD_CARD: 'The card of one household was changed in two places',
      TWO_PLACES: 'Said to be at two shelters',
      PERSON_TWICE: 'Perhaps the same person',
      HOUSEHOLD_TWICE: 'Perhaps the same household',
      BELOW_ZERO: 'Fewer than no people without a name',
    },
    open: 'Open and compare',
    recount: "Use “count afresh” on that shelter's tablet.",
    openShelter: 'See the shelter',
    same: 'Join as one',
    different: 'Keep as two',
    isAt: (shelter: string) => `Is at ${shelter}`,
    decided: 'Decided. The tablets of the shelter hear of it.',
    refused: 'Not taken. Load the list again.',
  },
};
