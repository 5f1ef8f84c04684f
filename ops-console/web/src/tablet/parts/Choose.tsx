import { useId } from 'react';
import styles from './parts.module.css';

interface OneProps<T extends string> {
  label: string;
  values: readonly T[];
  names: Record<T, string>;
  value: T | null;
  onChange: (value: T) => void;
}

/** One of a few, all of them seen at once. */
export function ChooseOne<T extends string>({ label, values, names, value, onChange }: OneProps<T>) {
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.choices}>
        {values.map((each) => (
          <label key={each} className={styles.choice}>
            <input type="radio" name={group} checked={each === value} onChange={() => onChange(each)} />
            {names[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface ManyProps<T extends string> {
  label: string;
  values: readonly T[];
  names: Record<T, string>;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** Any number of a few. */
export function ChooseMany<T extends string>({ label, values, names, chosen, onChange }: ManyProps<T>) {
  const toggle = (value: T) =>
    onChange(values.filter((each) => (each === value ? !chosen.includes(each) : chosen.includes(each))));
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <div className={styles.choices}>
        {values.map((each) => (
          <label key={each} className={styles.choice}>
            <input type="checkbox" checked={chosen.includes(each)} onChange={() => toggle(each)} />
            {names[each]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
