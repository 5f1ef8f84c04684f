import type { ImportRow, RowChange } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import { differencesOf } from './differences';
import styles from './imports.module.css';

const looks: Record<RowChange, Status> = {
  ADDED: 'success',
  CHANGED: 'waiting',
  UNCHANGED: 'off',
  MISSING: 'caution',
  REFUSED: 'failure',
};

/** Rows of an import: what would change, and what is odd about it. */
export function ImportRows({ rows }: { rows: readonly ImportRow[] }) {
  const texts = useTexts().imports;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.rows}>
      <table className={styles.rows}>
        <thead>
          <tr>
            <th scope="col">{texts.columns.row}</th>
            <th scope="col">{texts.columns.label}</th>
            <th scope="col">{texts.columns.change}</th>
            <th scope="col">{texts.columns.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row ?? row.key}>
              <td>{row.row === undefined ? texts.notInFile : texts.row(row.row)}</td>
              <th scope="row">{row.label}</th>
              <td>
                <StatusMark status={looks[row.change]}>{texts.changes[row.change]}</StatusMark>
              </td>
              <td>
                <What row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function What({ row }: { row: ImportRow }) {
  const texts = useTexts().imports;
  return (
    <ul>
      {row.change === 'CHANGED' &&
        differencesOf(row).map(({ field, before, after }) => (
          <li key={field}>
            {texts.fields[field] ?? field}: {texts.fromTo(before, after)}
          </li>
        ))}
      {row.doubts.map((doubt) => (
        <li key={`${doubt.code} ${doubt.field ?? ''}`}>
          {texts.doubts[doubt.code]}
          {(doubt.field || doubt.value) && (
            <span className="soft"> {[doubt.field, doubt.value].filter(Boolean).join(': ')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
