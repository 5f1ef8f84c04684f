import type { ResponseFigures } from '../../api/types';
import { useTexts } from '../../i18n/language';
import styles from './StandingBar.module.css';
import { sharesOf } from './standing';

const parts = ['safe', 'onTheWay', 'notYet', 'ended'] as const;

/** Everybody called up as one bar: safe, on the way, not yet. Patterns repeat what the colours say. */
export function StandingBar({ name, figures }: { name: string; figures: ResponseFigures }) {
  const texts = useTexts().response.bar;
  const shares = sharesOf(figures);
  return (
    <div className={styles.bar} role="img" aria-label={texts.label(name, shares)}>
      {parts.map((part) => shares[part] > 0 && <span key={part} data-part={part} style={{ flexGrow: shares[part] }} />)}
    </div>
  );
}

/** What the parts of the bars mean. */
export function BarLegend() {
  const texts = useTexts().response.bar;
  return (
    <ul className={styles.legend} aria-hidden="true">
      {parts.map((part) => (
        <li key={part}>
          <span className={styles.swatch} data-part={part} /> {texts[part]}
        </li>
      ))}
    </ul>
  );
}
