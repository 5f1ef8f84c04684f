import { Link } from 'wouter';
import type { DispatchSummary } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { useNow } from '../../../time/useNow';
import { LevelShape, toLevel } from '../../../ui/LevelBadge/LevelBadge';
import { Empty } from '../../../ui/Notice/Notice';
import { DispatchStateMark } from '../../dispatch/DispatchStateMark';
import { minutesBetween } from '../../dispatch/minutes';
import styles from './DecisionList.module.css';

/** What waits for a person, each with its clock: how long it waited, how long it is still of use. */
export function DecisionList({ decisions }: { decisions: readonly DispatchSummary[] }) {
  const texts = useTexts();
  const now = useNow();
  if (decisions.length === 0) return <Empty title={texts.situation.noDecision}>{texts.situation.noDecisionWhat}</Empty>;
  return (
    <ul className={styles.list}>
      {decisions.map((decision) => {
        const level = toLevel(decision.level);
        const left = minutesBetween(now, decision.expiresAt);
        return (
          <li key={decision.id}>
            <Link href={`/dispatches/${decision.id}`} className={styles.card}>
              <span className={styles.title}>
                {level && <LevelShape level={level} />}
                <span>{decision.title}</span>
              </span>
              <span className={styles.facts}>
                <DispatchStateMark state={decision.state} />
                <span>{texts.time.waited(minutesBetween(decision.updatedAt, now))}</span>
                <span>{left > 0 ? texts.time.left(left) : texts.time.over}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
