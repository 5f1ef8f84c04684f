import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Field } from '../../../ui/Field/Field';
import { readDay, writeDay } from '../../../time/era';

interface WordsProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  value: string | undefined;
  most: number;
  lines?: boolean;
  inputMode?: 'tel' | 'numeric';
  onChange: (value: string) => void;
}

/** Words in one line or several. */
export function Words({ label, hint, error, value, most, lines = false, inputMode, onChange }: WordsProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) =>
        lines ? (
          <textarea
            {...wiring}
            maxLength={most}
            rows={3}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...wiring}
            maxLength={most}
            autoComplete="off"
            inputMode={inputMode}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

interface CountProps {
  label: string;
  error?: string | undefined;
  value: number | undefined;
  min: number;
  max: number;
  onChange: (value: number | undefined) => void;
}

/** A number by its digits. Full-width ones are read too, anything else is not taken. */
export function Count({ label, error, value, min, max, onChange }: CountProps) {
  return (
    <Field label={label} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          inputMode="numeric"
          autoComplete="off"
          value={value ?? ''}
          onChange={(event) => {
            const digits = event.target.value.normalize('NFKC').replace(/\D/g, '');
            onChange(digits === '' ? undefined : Math.min(max, Math.max(min, Number(digits))));
          }}
        />
      )}
    </Field>
  );
}

interface OneOfProps<T extends string> {
  label: string;
  hint?: ReactNode;
  value: T;
  names: Record<T, string>;
  onChange: (value: T) => void;
}

/** One of a few words. */
export function OneOf<T extends string>({ label, hint, value, names, onChange }: OneOfProps<T>) {
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {(Object.keys(names) as T[]).map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface DayProps {
  label: string;
  /** `2026-12-01`; empty while what stands there is no day. */
  value: string;
  onChange: (day: string) => void;
}

/** A day by its digits, with or without its era. What was typed stays; what it was read as is said below. */
export function Day({ label, value, onChange }: DayProps) {
  const texts = useTexts().plans.day;
  const [typed, setTyped] = useState(() => (value ? writeDay(value) : ''));
  const day = readDay(typed);
  return (
    <Field
      label={label}
      hint={day ? `${writeDay(day)} (${day})` : texts.hint}
      error={typed !== '' && day === null ? texts.error : undefined}
    >
      {(wiring) => (
        <input
          {...wiring}
          autoComplete="off"
          maxLength={20}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(readDay(event.target.value) ?? '');
          }}
        />
      )}
    </Field>
  );
}
