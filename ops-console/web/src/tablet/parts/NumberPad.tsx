import { useTexts } from '../../i18n/language';
import styles from './parts.module.css';

/** How many: one key for each number up to nine, and one more or less beyond it. */
export function NumberPad({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
}) {
  const texts = useTexts().tablet;
  return (
    <div className={`${styles.pad} ${styles.numbers}`} role="group" aria-label={label}>
      {[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => (
        <button key={number} type="button" aria-pressed={number === value} onClick={() => onChange(number)}>
          {number}
        </button>
      ))}
      <button type="button" aria-label={texts.oneLess} onClick={() => onChange(Math.max(1, value - 1))}>
        −1
      </button>
      <output aria-label={label} className={styles.output}>
        {texts.people(value)}
      </output>
      <button type="button" aria-label={texts.oneMore} onClick={() => onChange(Math.min(99, value + 1))}>
        ＋1
      </button>
    </div>
  );
}
