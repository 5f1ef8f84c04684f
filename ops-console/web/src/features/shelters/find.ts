import type { HazardKind, OpeningState, Shelter } from '../../api/types';
import { fold } from '../sites/find';

/** What somebody looks for. */
export interface Wanted {
  words: string;
  state: OpeningState | 'FULL' | '';
  district: string;
  hazard: HazardKind | '';
}

export const everything: Wanted = { words: '', state: '', district: '', hazard: '' };

/** Whether people may be there. */
export const holdsPeople = ({ state }: Shelter) => state === 'OPEN' || state === 'CLOSING';

/** Whether somebody may be told to open it. */
export const canBeInstructed = ({ state, retired }: Shelter) =>
  !retired && (state === 'NOT_OPENED' || state === 'CLOSED' || state === 'CANNOT_OPEN');

/** What waits for somebody comes first, then what is open; what nobody spoke of comes last. */
const order: Record<OpeningState, number> = {
  CANNOT_OPEN: 0,
  INSTRUCTED: 1,
  INSPECTED: 2,
  OPEN: 3,
  CLOSING: 4,
  CLOSED: 5,
  NOT_OPENED: 6,
};

const byName = (one: Shelter, other: Shelter) => one.name.localeCompare(other.name, 'ja');

/** Shelters that fit, those that need somebody first. */
export function find(shelters: readonly Shelter[], wanted: Wanted): readonly Shelter[] {
  const words = fold(wanted.words);
  return shelters
    .filter(
      (shelter) =>
        (!words || fold(`${shelter.name} ${shelter.address}`).includes(words)) &&
        (!wanted.state || stands(shelter, wanted.state)) &&
        (!wanted.district || shelter.district?.code === wanted.district) &&
        (!wanted.hazard || shelter.hazards.includes(wanted.hazard)),
    )
    .toSorted((one, other) => order[one.state] - order[other.state] || byName(one, other));
}

const stands = (shelter: Shelter, state: OpeningState | 'FULL') =>
  state === 'FULL' ? shelter.crowding === 'FULL' : shelter.state === state;

/** How many stand how, without those of which there are none. */
export function countByState(shelters: readonly Shelter[]): readonly (readonly [OpeningState | 'FULL', number])[] {
  const states: readonly (OpeningState | 'FULL')[] = [
    'OPEN',
    'FULL',
    'INSTRUCTED',
    'INSPECTED',
    'CANNOT_OPEN',
    'CLOSING',
  ];
  return states
    .map((state) => [state, shelters.filter((shelter) => stands(shelter, state)).length] as const)
    .filter(([, count]) => count > 0);
}

/** The districts the shelters lie in, each once, by their codes. */
export function districtsOf(shelters: readonly Shelter[]): readonly { code: string; name: string }[] {
  const districts = new Map(shelters.flatMap(({ district }) => (district ? [[district.code, district] as const] : [])));
  return [...districts.values()].toSorted((one, other) => one.code.localeCompare(other.code));
}
