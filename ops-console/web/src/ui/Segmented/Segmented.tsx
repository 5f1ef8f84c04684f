import { type ReactNode, useId } from 'react';
import styles from './Segmented.module.css';

interface Props<T extends string> {
  legend: string;
  /** Whether the legend is seen, or only heard. */
  silent?: boolean;
  value: T;
  options: readonly { value: T; label: ReactNode; lang?: string }[];
  onChange: (value: T) => void;
}

/** One of a few, all in sight. Radio buttons inside, so the arrow keys work as everywhere. */
export function Segmented<T extends string>({ legend, silent = false, value, options, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={silent ? 'visually-hidden' : styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} lang={option.lang}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
