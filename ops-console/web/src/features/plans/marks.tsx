import { useTexts } from '../../i18n/language';
import { AsOf } from '../../ui/AsOf/AsOf';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import type { PlanLine, PlanSeverity, PlanState } from './plan';
import styles from './plans.module.css';

const stateLooks = { DRAFT: 'waiting', AGREED: 'success', REVIEW_DUE: 'caution' } as const;
const severityLooks: Record<PlanSeverity, Status> = {
  URGENT: 'failure',
  SERIOUS: 'caution',
  NOTICE: 'waiting',
  WELL: 'success',
};

/** 下書き, 合意 or 要見直し. */
export function StateMark({ state }: { state: PlanState }) {
  return <StatusMark status={stateLooks[state]}>{useTexts().plans.states[state]}</StatusMark>;
}

const day = 86_400;

/** Why a plan needs a review, in words, the worst first, and as of when. */
export function WhyList({ health }: { health: PlanLine['health'] }) {
  const texts = useTexts().plans;
  if (!health.checkedAt) return <StatusMark status="unknown">{texts.list.notExamined}</StatusMark>;
  return (
    <div className={styles.stack}>
      <StatusMark status={severityLooks[health.severity]}>{texts.severities[health.severity]}</StatusMark>
      {health.reasons.length === 0 ? (
        <span>{texts.list.noReason}</span>
      ) : (
        <ul>
          {health.reasons.map((reason) => (
            <li key={reason}>{texts.reasons[reason]}</li>
          ))}
        </ul>
      )}
      {/* Examined every night: a day and a bit is fresh. */}
      <span className="small soft">
        <AsOf at={health.checkedAt} freshFor={day + 7200} />
      </span>
    </div>
  );
}
