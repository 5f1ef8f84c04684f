import type { Mode } from '../../api/types';
import { useTexts } from '../../i18n/language';
import styles from './ModeBand.module.css';

/**
 * Live or drill, at the top of every page. Live is solid and dark; a drill is hatched and repeats its
 * word, so that neither can be taken for the other from across the room.
 */
export function ModeBand({ mode }: { mode: Mode }) {
  const texts = useTexts();
  const repeats = mode === 'DRILL' ? 12 : 0;
  return (
    <section className={styles.band} data-mode={mode} aria-label={texts.mode.label}>
      <strong className={styles.word}>{texts.mode[mode]}</strong>
      {mode === 'DRILL' && <span className={styles.note}>{texts.mode.drillNote}</span>}
      <span className={styles.repeats} aria-hidden="true">
        {Array.from({ length: repeats }, (_, place) => (
          <span key={place}>{texts.mode[mode]}</span>
        ))}
      </span>
    </section>
  );
}
