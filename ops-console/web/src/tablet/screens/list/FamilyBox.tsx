import { useTexts } from '../../../i18n/language';
import type { Family, Row } from '../../acts/people';
import { BigLink } from '../../parts/Big';
import { useTablet } from '../../parts/tablet';
import styles from '../screens.module.css';

interface Props {
  family: Family;
  chosen: ReadonlySet<string>;
  onToggle: (evacuees: readonly string[], on: boolean) => void;
}

/** A household with its people; each is chosen by a tap anywhere on their line. */
export function FamilyBox({ family, chosen, onToggle }: Props) {
  const all = useTexts().tablet;
  const texts = all.listPage;
  const ids = family.rows.map(({ evacuee }) => evacuee.id);
  return (
    <li className={styles.family}>
      <div className={styles.familyHead}>
        <h2>{family.title ?? all.unnamedHousehold}</h2>
        <BigLink href={`/card/${family.household}`}>{texts.open}</BigLink>
      </div>
      {ids.length > 1 && (
        <label className={`${styles.row} ${styles.choosing}`}>
          <input
            type="checkbox"
            checked={ids.every((id) => chosen.has(id))}
            onChange={(event) => onToggle(ids, event.target.checked)}
          />
          {texts.whole}
        </label>
      )}
      {family.rows.map((row) => (
        <label key={row.evacuee.id} className={styles.row}>
          <input
            type="checkbox"
            checked={chosen.has(row.evacuee.id)}
            onChange={(event) => onToggle([row.evacuee.id], event.target.checked)}
          />
          <span>
            <strong>{row.name ?? all.unnamed(row.place)}</strong> <WhereIs row={row} />
          </span>
        </label>
      ))}
    </li>
  );
}

/** Said only of those who are not simply here. */
function WhereIs({ row }: { row: Row }) {
  const all = useTexts().tablet;
  const { shelter, enrolment } = useTablet();
  const { whereabouts } = row.evacuee;
  if (!whereabouts) return null;
  if (whereabouts.state === 'GONE')
    return <span>{all.listPage.gone(all.destinations[whereabouts.to ?? 'UNKNOWN'])}</span>;
  if (whereabouts.shelter !== shelter.id) {
    const place = enrolment.shelters.find(({ id }) => id === whereabouts.shelter)?.name ?? all.destinations.SHELTER;
    return <span>{all.listPage.elsewhere(place)}</span>;
  }
  return whereabouts.state === 'OUT' ? <span>{all.listPage.out}</span> : null;
}
