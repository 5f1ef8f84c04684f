import type { Crowding, OpeningState, Shelter } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import { holdsPeople } from './find';

const looks: Record<OpeningState, Status> = {
  NOT_OPENED: 'off',
  INSTRUCTED: 'waiting',
  INSPECTED: 'waiting',
  OPEN: 'success',
  CANNOT_OPEN: 'failure',
  CLOSING: 'caution',
  CLOSED: 'off',
};

const crowdedLooks: Record<Crowding, Status> = {
  ROOM: 'success',
  SOMEWHAT_CROWDED: 'success',
  CROWDED: 'caution',
  FULL: 'failure',
  UNKNOWN: 'success',
};

/** How a shelter stands, and where people are there, how crowded it is. */
export function ShelterMark({ shelter }: { shelter: Shelter }) {
  const { states, crowding } = useTexts().sites;
  const { state } = shelter;
  return (
    <StatusMark status={state === 'OPEN' ? crowdedLooks[shelter.crowding] : looks[state]}>
      {states[state]}
      {holdsPeople(shelter) && shelter.crowding !== 'UNKNOWN' && ` ${crowding[shelter.crowding]}`}
    </StatusMark>
  );
}
