import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useDistricts } from '../../../api/queries';
import type { DistrictOrders, Situation } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { LevelBadge } from '../../../ui/LevelBadge/LevelBadge';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { OrderBadge } from '../../evacuation/OrderBadge/OrderBadge';
import { DistrictMap } from '../../map/DistrictMap';
import type { DistrictMark } from '../../map/DistrictMap/marks';
import { marksOfAlerts, marksOfOrders } from '../marks';
import styles from './SituationMap.module.css';

type Shown = 'orders' | 'alerts';

/** The districts with what is in force there: on the map, and in a list that says the same. */
export function SituationMap({ situation }: { situation: Situation }) {
  const texts = useTexts();
  const districts = useDistricts();
  const [picked, setPicked] = useState<Shown | null>(null);
  const ordered = useMemo(() => marksOfOrders(situation.orders, texts), [situation.orders, texts]);
  const alerted = useMemo(() => {
    const codes = districts.data?.features.map((feature) => feature.properties.code) ?? [];
    return marksOfAlerts(situation, codes);
  }, [situation, districts.data]);
  // With no order in force the map would be blank while warnings are out.
  const shown = picked ?? (ordered.size === 0 && alerted.size > 0 ? 'alerts' : 'orders');
  // Where something is in force stands first; the rest keeps the order of the municipality.
  const marks = shown === 'orders' ? ordered : alerted;
  const standing = [
    ...situation.orders.filter(({ district }) => marks.has(district.code)),
    ...situation.orders.filter(({ district }) => !marks.has(district.code)),
  ];
  return (
    <Panel
      title={texts.situation.map}
      flush
      aside={
        <>
          <Link href={`/map?by=${shown}`}>{texts.mapRoom.larger}</Link>
          <Segmented
            legend={texts.situation.mapOf}
            silent
            value={shown}
            options={[
              { value: 'orders', label: texts.situation.byOrders },
              { value: 'alerts', label: texts.situation.byAlerts },
            ]}
            onChange={setPicked}
          />
        </>
      }
    >
      <div className={styles.frame}>
        <ProblemNotice error={districts.error} onRetry={() => void districts.refetch()} />
        <div className={styles.pair}>
          <div className={styles.map}>{districts.data && <DistrictMap districts={districts.data} marks={marks} />}</div>
          <ul className={styles.list} aria-label={texts.map.districts} tabIndex={0}>
            {standing.map((district) => (
              <li key={district.district.code}>
                <span>{district.district.name}</span>
                {shown === 'orders' ? (
                  <Orders district={district} />
                ) : (
                  <Alerted mark={alerted.get(district.district.code)} />
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Panel>
  );
}

function Orders({ district }: { district: DistrictOrders }) {
  const texts = useTexts();
  if (district.orders.length === 0) return <span className="soft">{texts.level.noOrder}</span>;
  return district.orders.map((order) => (
    <span key={order.hazard} className={styles.order}>
      <OrderBadge order={order} />
      <span className="soft">
        {texts.hazard[order.hazard]} <At at={order.since} /> {texts.time.since}
      </span>
    </span>
  ));
}

function Alerted({ mark }: { mark: DistrictMark | undefined }) {
  const texts = useTexts();
  return mark && mark.look !== 'unnumbered' ? (
    <LevelBadge level={mark.look} name={texts.level.number(mark.look)} />
  ) : (
    <span className="soft">{texts.common.none}</span>
  );
}
