import type { CaseLine } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import styles from './marks.module.css';
import room from './response.module.css';
import { gravest } from './standing';

const looks: Record<CaseLine['state'], Status> = {
  WAITING: 'off',
  OPEN: 'waiting',
  ASKED: 'waiting',
  CLAIMED: 'waiting',
  ON_THE_WAY: 'waiting',
  STAFF: 'caution',
  SAFE: 'success',
  ENDED: 'off',
};

/** How a case stands, and why staff are needed. */
export function CaseMark({ line }: { line: CaseLine }) {
  const texts = useTexts().response;
  return (
    <span className={styles.mark}>
      {line.helpWanted && <StatusMark status="failure">{texts.helpWanted}</StatusMark>}
      <StatusMark status={looks[line.state]}>
        {texts.states[line.state]}
        {line.state === 'SAFE' && line.strength && `（${texts.strengths[line.strength]}）`}
      </StatusMark>
      {line.reason && line.reason !== 'HELP_WANTED' && <span className={room.under}>{texts.reasons[line.reason]}</span>}
    </span>
  );
}

/** What makes somebody urgent, in words. */
export function RiskWords({ line }: { line: CaseLine }) {
  const texts = useTexts().response.risk;
  const factors = gravest(line);
  if (factors.length === 0) return <span className="soft">{texts.none}</span>;
  return (
    <ul className={styles.risk}>
      {factors.map((factor) => (
        <li key={factor}>{texts.short[factor]}</li>
      ))}
    </ul>
  );
}
