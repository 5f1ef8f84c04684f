import { Link } from 'wouter';
import type { ChronologyLine } from '../../../api/types';
import { useLanguage } from '../../../i18n/language';
import { timeOfDay } from '../../../time/clock';
import { actorText, dispatchOf, summaryOf } from '../lines';
import styles from './Line.module.css';

/** What happened, when and by whom; its raw facts behind it. */
export function Line({ line }: { line: ChronologyLine }) {
  const { language, texts } = useLanguage();
  const dispatchId = dispatchOf(line);
  const facts = Object.keys(line.detail).length > 0;
  return (
    <li className={styles.line}>
      <time className={styles.time} dateTime={line.at}>
        {timeOfDay(new Date(line.at), language, true)}
      </time>
      <div className={styles.words}>
        <p className={styles.head}>
          <strong>{texts.chronology.kinds[line.kind]}</strong>
          <span>{summaryOf(texts, line)}</span>
        </p>
        <div className={styles.facts}>
          <span>{actorText(texts, line.actor)}</span>
          {line.mode === 'DRILL' && <span className={styles.drill}>{texts.mode.DRILL}</span>}
          {dispatchId && <Link href={`/dispatches/${dispatchId}`}>{texts.chronology.openDispatch}</Link>}
          {facts && (
            <details className={styles.details}>
              <summary>
                {texts.chronology.details}
                <span className="visually-hidden"> {line.number}</span>
              </summary>
              <pre tabIndex={0}>{JSON.stringify(line.detail, null, 2)}</pre>
            </details>
          )}
        </div>
      </div>
      <span className={styles.number}>{line.number}</span>
    </li>
  );
}
