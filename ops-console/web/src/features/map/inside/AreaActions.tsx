import { Link } from 'wouter';
import type { DistrictCollection } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import buttons from '../../../ui/Button/Button.module.css';
import { hasRole, useSession } from '../../session/session';
import { evacuationOf, noticeOf } from '../draw/handOver';
import styles from './InsidePanel.module.css';
import type { InsideCount } from './targetArea';

interface Props {
  count: InsideCount;
  districts: DistrictCollection | undefined;
}

/** The districts an area touches, and the desks that take them over: a dispatch goes to whole districts. */
export function AreaActions({ count, districts }: Props) {
  const { counts, inside } = useTexts().mapRoom;
  const session = useSession();
  if (count.districts.length === 0) return <p>{counts.noDistrict}</p>;
  const codes = count.districts.map(({ code }) => code);
  const names = new Map(districts?.features.map(({ properties: { code, name } }) => [code, name]));
  const all = count.districts.reduce((sum, { of }) => sum + of, 0);
  return (
    <>
      <h3>{counts.title}</h3>
      <ul className={styles.shares} tabIndex={0} aria-label={counts.title}>
        {count.districts.map(({ code, residents, of }) => (
          <li key={code}>
            <span>{names.get(code) ?? code}</span>
            <span>{inside.share(residents, of)}</span>
          </li>
        ))}
      </ul>
      {hasRole(session, 'DUTY_OFFICER') && (
        <>
          <p className="small">{counts.whole(all)}</p>
          <div className={styles.desks}>
            <Link href={evacuationOf(codes)} className={`${buttons['button']} ${buttons['primary']}`}>
              {counts.evacuation}
            </Link>
            <Link href={noticeOf(codes)} className={buttons['button']}>
              {counts.notice}
            </Link>
          </div>
        </>
      )}
    </>
  );
}
