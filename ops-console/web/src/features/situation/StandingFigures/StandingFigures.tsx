import { Link } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { useShelters } from '../../shelters/queries';
import { holdsPeople } from '../../shelters/find';
import { useTally } from '../../tally/queries';
import styles from './StandingFigures.module.css';

/** How the night stands in a few figures, each the way to the room it comes from; nothing on a quiet day. */
export function StandingFigures() {
  const texts = useTexts();
  const tally = useTally().data;
  const shelters = useShelters().data?.shelters ?? [];
  const open = shelters.filter(holdsPeople);
  const full = open.filter((shelter) => shelter.crowding === 'FULL').length;
  if (!tally || (open.length === 0 && tally.city.people === 0)) return null;
  const dark = tally.shelters.some((each) => each.dark);
  const { people } = tally.city;
  return (
    <Link href="/shelters" className={styles.figures}>
      <span>
        {texts.tally.people}{' '}
        <strong>{dark ? texts.tally.range(tally.least, people) : texts.tally.count(people)}</strong>
      </span>
      <span>
        {texts.situation.open} <strong>{texts.situation.places(open.length)}</strong>
        {full > 0 && texts.situation.ofThemFull(full)}
      </span>
    </Link>
  );
}
