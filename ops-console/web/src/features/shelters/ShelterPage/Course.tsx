import type { OpeningLine } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import styles from '../shelters.module.css';
import { Findings } from './Findings';

/** Who said what and when, the newest first. */
export function Course({ lines }: { lines: readonly OpeningLine[] }) {
  const texts = useTexts();
  const words = texts.shelters.course;
  if (lines.length === 0) return <p className={`soft ${styles.line}`}>{words.none}</p>;
  return (
    <ol className={styles.course}>
      {lines.map((line) => (
        <li key={line.number} className={styles.line}>
          <strong>
            {words.words[line.word]}
            {line.said && `: ${line.said === 'UNKNOWN' ? words.byCount : texts.sites.crowding[line.said]}`}
          </strong>
          <span className={styles.under}>
            <At at={line.at} /> {texts.sites.detail.saidBy(line.by)}
          </span>
          {line.inspection && <Findings checks={line.inspection.checks} />}
          {line.note && <p>{line.note}</p>}
        </li>
      ))}
    </ol>
  );
}
