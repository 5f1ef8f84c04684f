import { useTexts } from '../../i18n/language';
import styles from './Skeleton.module.css';

/** The shape of what is coming. */
export function Skeleton({ rows = 3 }: { rows?: number }) {
  const texts = useTexts();
  return (
    <div className={styles.rows} role="status">
      <span className="visually-hidden">{texts.common.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={styles.row} />
      ))}
    </div>
  );
}
