import { type InputHTMLAttributes, useId, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { KanaPad } from './KanaPad';
import styles from './parts.module.css';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A line to write in. */
export function Entry({ label, hint, error, value, onChange, ...rest }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
      <input
        autoComplete="off"
        {...rest}
        id={id}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <span id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

/** Digits only, from the device's own number keys. Null while nothing is written. */
export function NumberEntry({
  label,
  value,
  onChange,
  most = 100_000,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  most?: number;
}) {
  const read = (text: string) => {
    const digits = text.normalize('NFKC').replace(/\D/g, '');
    onChange(digits === '' ? null : Math.min(most, Number(digits)));
  };
  return <Entry label={label} inputMode="numeric" value={value === null ? '' : String(value)} onChange={read} />;
}

/** A name by its sound: large keys on the page instead of the device's keyboard, and nothing to convert. */
export function KanaEntry(props: Props) {
  const texts = useTexts().tablet.kana;
  const [writing, setWriting] = useState(false);
  const [ownKeys, setOwnKeys] = useState(false);
  return (
    <div className={styles.field}>
      <Entry {...props} inputMode={ownKeys ? 'text' : 'none'} lang="ja" onFocus={() => setWriting(true)} />
      {writing && !ownKeys && (
        <KanaPad
          value={props.value}
          onChange={props.onChange}
          onDone={() => setWriting(false)}
          onOwnKeys={() => setOwnKeys(true)}
        />
      )}
      {ownKeys && (
        <button type="button" className={`${styles.big} ${styles.quiet}`} onClick={() => setOwnKeys(false)}>
          {texts.kanaKeys}
        </button>
      )}
    </div>
  );
}
