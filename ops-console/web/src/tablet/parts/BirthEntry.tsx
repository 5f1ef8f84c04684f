import { useState } from 'react';
import { useTexts } from '../../i18n/language';
import { readDay, writeDay } from '../../time/era';
import { ChooseOne } from './Choose';
import { Entry } from './Entry';
import styles from './parts.module.css';

const signs = ['T', 'S', 'H', 'R', 'AD'] as const;
type Sign = (typeof signs)[number];

/** The parts of a day as they are asked for. */
function partsOf(birth: string | null): { sign: Sign; year: string; month: string; day: string } {
  if (!birth) return { sign: 'S', year: '', month: '', day: '' };
  const [year = '', month = '', day = ''] = birth.split('-').map((part) => String(Number(part)));
  const number = /^(..)(元|\d+)年/.exec(writeDay(birth));
  const sign = ({ 大正: 'T', 昭和: 'S', 平成: 'H', 令和: 'R' } as const)[number?.[1] ?? ''] ?? 'AD';
  return { sign, year: sign === 'AD' ? year : number?.[2] === '元' ? '1' : (number?.[2] ?? ''), month, day };
}

/** A birth date by era and digits, without a calendar. Null while it is no day. */
export function BirthEntry({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string | null;
  onChange: (birth: string | null) => void;
}) {
  const texts = useTexts().tablet.birth;
  const [parts, setParts] = useState(() => partsOf(value));
  const write = (change: Partial<typeof parts>) => {
    const next = { ...parts, ...change };
    setParts(next);
    onChange(readDay(`${next.sign === 'AD' ? '' : next.sign}${next.year}.${next.month}.${next.day}`));
  };
  const complete = parts.year !== '' && parts.month !== '' && parts.day !== '';
  return (
    <div className={styles.group}>
      <ChooseOne
        label={label}
        values={signs}
        names={texts.eras}
        value={parts.sign}
        onChange={(sign) => write({ sign })}
      />
      <div className={styles.date}>
        <Entry
          label={texts.year}
          inputMode="numeric"
          maxLength={4}
          value={parts.year}
          onChange={(year) => write({ year })}
        />
        <Entry
          label={texts.month}
          inputMode="numeric"
          maxLength={2}
          value={parts.month}
          onChange={(month) => write({ month })}
        />
        <Entry
          label={texts.day}
          inputMode="numeric"
          maxLength={2}
          value={parts.day}
          onChange={(day) => write({ day })}
        />
      </div>
      {complete && <span className={value ? styles.hint : styles.error}>{value ? writeDay(value) : texts.noDay}</span>}
    </div>
  );
}
