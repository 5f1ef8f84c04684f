import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { useDistricts, useOrders } from '../../../api/queries';
import type { DistrictOrders } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { AsOf, At } from '../../../ui/AsOf/AsOf';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { DistrictMap } from '../../map/DistrictMap';
import { districtsIn } from '../../map/draw/handOver';
import { hasRole, useSession } from '../../session/session';
import { marksOfOrders } from '../../situation/marks';
import { OrderBadge } from '../OrderBadge/OrderBadge';
import { ProposalForm } from '../ProposalForm/ProposalForm';
import styles from './EvacuationPage.module.css';

/** What is ordered where, and the desk from which a change is proposed. */
export function EvacuationPage() {
  const texts = useTexts();
  const session = useSession();
  const orders = useOrders();
  const mayPropose = hasRole(session, 'DUTY_OFFICER');
  const handedOver = districtsIn(useSearch());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(handedOver));
  usePageTitle(texts.evacuation.title, session.mode);
  const districts = orders.data?.districts ?? [];
  const toggle = (code: string) => setChosen((before) => before.symmetricDifference(new Set([code])));
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.evacuation.title}</h1>
        {orders.data && <AsOf at={orders.data.asOf} />}
        <p className="soft small">{texts.evacuation.jmaNever}</p>
      </header>
      {orders.error && <ProblemNotice error={orders.error} onRetry={() => void orders.refetch()} />}
      {orders.isPending && <Skeleton rows={6} />}
      {orders.data && districts.length === 0 && (
        <Empty title={texts.evacuation.noDistricts}>{texts.evacuation.noDistrictsWhat}</Empty>
      )}
      {districts.length > 0 && (
        <div className={styles.grid}>
          <div className={styles.table}>
            <Panel title={texts.map.districts} flush>
              <Table
                districts={districts}
                chosen={chosen}
                onToggle={mayPropose ? toggle : undefined}
                onChooseAll={(all) => setChosen(new Set(all ? districts.map(({ district }) => district.code) : []))}
              />
            </Panel>
          </div>
          <div className={styles.map}>
            <Panel
              title={texts.situation.map}
              aside={mayPropose && <span className="soft small">{texts.map.chooseOnMap}</span>}
              flush
            >
              <OrdersMap districts={districts} chosen={chosen} onToggle={mayPropose ? toggle : undefined} />
            </Panel>
          </div>
          <div className={styles.proposal}>
            <Panel title={texts.evacuation.propose} aside={chosen.size > 0 && texts.map.chosen(chosen.size)}>
              {!mayPropose ? (
                <p className="soft">{texts.evacuation.readOnly}</p>
              ) : chosen.size === 0 ? (
                <p className="soft">{texts.evacuation.nothingChosen}</p>
              ) : (
                <ProposalForm chosen={districts.filter(({ district }) => chosen.has(district.code))} />
              )}
            </Panel>
          </div>
        </div>
      )}
    </>
  );
}

interface TableProps {
  districts: readonly DistrictOrders[];
  chosen: ReadonlySet<string>;
  onToggle: ((code: string) => void) | undefined;
  onChooseAll: (all: boolean) => void;
}

function Table({ districts, chosen, onToggle, onChooseAll }: TableProps) {
  const texts = useTexts();
  const all = chosen.size === districts.length;
  return (
    <table className={styles.districts}>
      <caption className="visually-hidden">{texts.map.districts}</caption>
      <thead>
        <tr>
          {onToggle && (
            <th scope="col">
              <label className={styles.box}>
                <input type="checkbox" checked={all} onChange={() => onChooseAll(!all)} />
                <span className="visually-hidden">{texts.evacuation.chooseAll}</span>
              </label>
            </th>
          )}
          <th scope="col">{texts.evacuation.districts}</th>
          <th scope="col">{texts.evacuation.now}</th>
        </tr>
      </thead>
      <tbody>
        {districts.map(({ district, orders }) => (
          <tr key={district.code} data-chosen={chosen.has(district.code) || undefined}>
            {onToggle && (
              <td>
                <label className={styles.box}>
                  <input type="checkbox" checked={chosen.has(district.code)} onChange={() => onToggle(district.code)} />
                  <span className="visually-hidden">
                    {texts.evacuation.choose} {district.name}
                  </span>
                </label>
              </td>
            )}
            <th scope="row" onClick={onToggle && (() => onToggle(district.code))}>
              {district.name}
            </th>
            <td>
              {orders.length === 0 && <span className="soft">{texts.level.noOrder}</span>}
              {orders.map((order) => (
                <div key={order.hazard} className={styles.order}>
                  <OrderBadge order={order} />
                  <span className="soft small">
                    {texts.hazard[order.hazard]} <At at={order.since} /> {texts.time.since}
                  </span>
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface MapProps {
  districts: readonly DistrictOrders[];
  chosen: ReadonlySet<string>;
  onToggle: ((code: string) => void) | undefined;
}

function OrdersMap({ districts, chosen, onToggle }: MapProps) {
  const texts = useTexts();
  const shapes = useDistricts();
  const marks = useMemo(() => marksOfOrders(districts, texts), [districts, texts]);
  if (shapes.error) return <ProblemNotice error={shapes.error} onRetry={() => void shapes.refetch()} />;
  return (
    <div className={styles.mapBox}>
      {shapes.data && (
        <DistrictMap districts={shapes.data} marks={marks} chosen={chosen} {...(onToggle && { onPress: onToggle })} />
      )}
    </div>
  );
}
