import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface Props {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: string;
  children: (wiring: Wiring) => ReactNode;
}

/** A label, its control, a hint and what is wrong with it, tied together for those who listen. */
export function Field({ label, hint, error, required, children }: Props) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label}
        {required && <span className={styles.required}>{required}</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}

/** Choices of which any number may hold. */
export function Choices({ legend, hint, children }: { legend: string; hint?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {hint && <div className={styles.hint}>{hint}</div>}
      {children}
    </fieldset>
  );
}

interface ChoiceProps extends Omit<React.InputHTMLAttributes<HTMLInputElement>, 'type'> {
  kind: 'checkbox' | 'radio';
  note?: ReactNode;
  children: ReactNode;
}

/** One choice with a target as large as its words. */
export function Choice({ kind, note, children, ...rest }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      <input type={kind} {...rest} />
      <span>
        {children}
        {note && <span className={styles.note}>{note}</span>}
      </span>
    </label>
  );
}
