import type { ImportSummary, RowChange } from '../../api/types';
import { useTexts } from '../../i18n/language';
import styles from './imports.module.css';

export const changes: readonly RowChange[] = ['ADDED', 'CHANGED', 'MISSING', 'REFUSED', 'UNCHANGED'];

/** How many rows an import has of each kind of change. */
export function Counts({ summary }: { summary: ImportSummary }) {
  const texts = useTexts().imports;
  return (
    <ul className={styles.line}>
      {changes.map((change) => (
        <li key={change} className="small">
          {texts.changes[change]} <strong>{summary.counts[change] ?? 0}</strong>
        </li>
      ))}
      {summary.doubtful > 0 && <li className="small">{texts.doubtful(summary.doubtful)}</li>}
    </ul>
  );
}
