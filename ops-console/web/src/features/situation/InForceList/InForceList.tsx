import { useState } from 'react';
import type { InForce } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { LevelBadge, toLevel } from '../../../ui/LevelBadge/LevelBadge';
import { Empty, Notice } from '../../../ui/Notice/Notice';
import { AlertDialog } from '../../alerts/AlertDialog';
import styles from './InForceList.module.css';

interface Props {
  inForce: readonly InForce[];
  /** Whether every source works: only then does silence mean that nothing is out. */
  certain: boolean;
}

/** What is in force here, by level; who says it comes first. */
export function InForceList({ inForce, certain }: Props) {
  const texts = useTexts();
  const [opened, setOpened] = useState<string | null>(null);
  if (inForce.length === 0)
    return certain ? (
      <Empty title={texts.situation.nothingInForce}>{texts.situation.nothingWhat}</Empty>
    ) : (
      <Notice tone="caution" title={texts.situation.nothingInForce}>
        <p>{texts.situation.nothingUnsure}</p>
      </Notice>
    );
  return (
    <>
      <ul className={styles.list}>
        {inForce.map((alert) => (
          <li key={`${alert.alertId}${alert.name}${alert.areas[0]?.code ?? ''}`} className={styles.item}>
            <div className={styles.head}>
              <span className={styles.publisher} data-publisher={alert.publisher}>
                {texts.situation.publisher[alert.publisher]}
              </span>
              <AlertName alert={alert} />
            </div>
            <p className={styles.facts}>
              <span className={styles.areas}>{texts.common.list(alert.areas.map((area) => area.name))}</span>
              <span>{texts.situation.says(alert.publisherName)}</span>
              <span>
                <At at={alert.since} /> {texts.time.since}
              </span>
              <button type="button" className={styles.open} onClick={() => setOpened(alert.alertId)}>
                {texts.chronology.details}
                <span className="visually-hidden"> {alert.name}</span>
              </button>
            </p>
          </li>
        ))}
      </ul>
      {opened && <AlertDialog alertId={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function AlertName({ alert }: { alert: InForce }) {
  const level = toLevel(alert.level);
  return level ? <LevelBadge level={level} name={alert.name} /> : <strong>{alert.name}</strong>;
}
