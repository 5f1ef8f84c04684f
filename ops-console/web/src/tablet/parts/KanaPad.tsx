import { useTexts } from '../../i18n/language';
import { Big } from './Big';
import { rows, soften } from './syllables';
import styles from './parts.module.css';

interface Props {
  value: string;
  onChange: (value: string) => void;
  onDone: () => void;
  onOwnKeys: () => void;
}

/** The syllabary as keys. */
export function KanaPad({ value, onChange, onDone, onOwnKeys }: Props) {
  const texts = useTexts().tablet.kana;
  // A key must not take the focus from the line that is written in.
  const hold = (event: React.PointerEvent) => event.preventDefault();
  return (
    <div onPointerDown={hold}>
      <div className={`${styles.pad} ${styles.kana}`} role="group" aria-label={texts.keys} lang="ja">
        {rows.flatMap((row) =>
          [...row].map((letter, place) =>
            letter === ' ' ? (
              <span key={`${row}${place}`} />
            ) : (
              <button key={`${row}${place}`} type="button" onClick={() => onChange(value + letter)}>
                {letter}
              </button>
            ),
          ),
        )}
      </div>
      <div className={styles.choices}>
        <Big onClick={() => onChange(soften(value))}>{texts.soften}</Big>
        <Big onClick={() => onChange(`${value}　`)}>{texts.space}</Big>
        <Big onClick={() => onChange(value.slice(0, -1))}>{texts.back}</Big>
        <Big look="quiet" onClick={onOwnKeys}>
          {texts.ownKeys}
        </Big>
        <Big look="primary" onClick={onDone}>
          {texts.done}
        </Big>
      </div>
    </div>
  );
}
