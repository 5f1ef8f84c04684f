import type { Geometry } from 'geojson';
import { Link } from 'wouter';
import type { DistrictCollection } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import buttons from '../../../ui/Button/Button.module.css';
import { hasRole, useSession } from '../../session/session';
import type { Drawing } from '../draw/drawing';
import { evacuationOf, noticeOf } from '../draw/handOver';
import { districtsTouched } from '../draw/shape';
import styles from './DrawPanel.module.css';

interface Props {
  drawing: Drawing | null;
  area: Geometry | null;
  districts: DistrictCollection | undefined;
}

/** The districts an area touches, and the desks that take them over. */
export function AreaActions({ drawing, area, districts }: Props) {
  const texts = useTexts();
  const { counts } = texts.mapRoom;
  const session = useSession();
  if (!area || drawing?.tool === 'line' || drawing?.tool === 'point') return null;
  // Neighbours share a border: districts that were named are those and no others.
  const codes = drawing?.tool === 'districts' ? [...drawing.codes] : districtsTouched(area, districts);
  const names = districts?.features.filter(({ properties }) => codes.includes(properties.code)) ?? [];
  return (
    <>
      <p>
        {names.length === 0
          ? counts.noDistrict
          : counts.districts(texts.common.list(names.map(({ properties }) => properties.name)))}
      </p>
      {names.length > 0 && hasRole(session, 'DUTY_OFFICER') && (
        <div className={styles.tools}>
          <Link href={evacuationOf(codes)} className={`${buttons['button']} ${buttons['primary']}`}>
            {counts.evacuation}
          </Link>
          <Link href={noticeOf(codes)} className={buttons['button']}>
            {counts.notice}
          </Link>
        </div>
      )}
    </>
  );
}
