import type { Crowding, Site } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import { isOpen } from './find';

const looks: Record<Crowding, Status> = {
  ROOM: 'success',
  SOMEWHAT_CROWDED: 'success',
  CROWDED: 'caution',
  FULL: 'failure',
  UNKNOWN: 'success',
};

/** Whether a site is open, and how crowded. */
export function OpeningMark({ site }: { site: Site }) {
  const texts = useTexts().sites;
  if (site.opening && isOpen(site)) {
    const { crowding } = site.opening;
    return (
      <StatusMark status={looks[crowding]}>
        {texts.states.OPEN} {texts.crowding[crowding]}
      </StatusMark>
    );
  }
  return <StatusMark status="off">{texts.states[site.opening?.state ?? 'NOT_OPENED']}</StatusMark>;
}
