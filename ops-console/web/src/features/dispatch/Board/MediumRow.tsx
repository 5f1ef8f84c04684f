import type { BoardRow } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { count } from '../../../time/clock';
import { At } from '../../../ui/AsOf/AsOf';
import { Icon } from '../../../ui/Icon/Icon';
import { type Status, StatusMark } from '../../../ui/StatusMark/StatusMark';
import styles from './Board.module.css';
import { MediumStanding } from './MediumStanding';

const outcomes = ['accepted', 'refused', 'unknown', 'waiting'] as const;

const marks: Record<(typeof outcomes)[number], Status> = {
  accepted: 'success',
  refused: 'failure',
  unknown: 'unknown',
  waiting: 'waiting',
};

/** One medium: its bar, its figures, its times, and why something was turned down. */
export function MediumRow({ row }: { row: BoardRow }) {
  const texts = useTexts();
  return (
    <div role="row" className={styles.row} data-late={row.late || undefined}>
      <div role="rowheader" className={styles.medium}>
        <strong>{texts.medium[row.medium]}</strong>
        <MediumStanding row={row} />
      </div>
      <span role="cell" className="visually-hidden">
        {count(row.recipients)}
      </span>
      <div role="cell" className={styles.progress}>
        <div className={styles.bar} aria-hidden="true">
          {outcomes.map((outcome) =>
            row[outcome] > 0 ? <span key={outcome} data-outcome={outcome} style={{ flexGrow: row[outcome] }} /> : null,
          )}
        </div>
        <span className={styles.handedOver}>
          <span className={styles.label}>{texts.board.handedOver}</span>
          {texts.board.progress(row.handedOver, row.recipients)}
        </span>
      </div>
      {outcomes.map((outcome) => (
        <div key={outcome} role="cell" className={styles.figure} data-zero={row[outcome] === 0 || undefined}>
          <StatusMark status={row[outcome] > 0 ? marks[outcome] : 'none'} icon={marks[outcome]}>
            {texts.board[outcome]}
          </StatusMark>
          <span className={styles.number}>{count(row[outcome])}</span>
        </div>
      ))}
      <Moment label={texts.board.first} at={row.firstHandedOverAt} />
      <Moment label={texts.board.last} at={row.lastOutcomeAt} />
      <Moment label={texts.board.deadline} at={row.deadline} late={row.late} />
      <div role="cell" className={styles.reasons}>
        {row.late && <p className={styles.late}>{texts.board.late}</p>}
        {row.reasons.length > 0 && (
          <details>
            <summary>
              {texts.board.reasons}
              <span className="visually-hidden"> {texts.medium[row.medium]}</span>
            </summary>
            <ul>
              {row.reasons.map((reason) => (
                <li key={reason.reason}>
                  <span>{reason.text}</span>
                  <span className={styles.number}>{count(reason.count)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </div>
  );
}

function Moment({ label, at, late = false }: { label: string; at: string | undefined; late?: boolean }) {
  return (
    <div role="cell" className={late ? styles.lateMoment : styles.moment}>
      {at && (
        <>
          <span className={styles.label}>
            {late && <Icon name="caution" size={14} />}
            {label}
          </span>
          <At at={at} seconds />
        </>
      )}
    </div>
  );
}
