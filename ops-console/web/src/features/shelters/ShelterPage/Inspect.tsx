import { type FormEvent, useState } from 'react';
import type { InspectionItem } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Segmented } from '../../../ui/Segmented/Segmented';
import styles from '../shelters.module.css';

type Result = 'ok' | 'notOk' | 'unseen';

export interface Check {
  item: InspectionItem;
  ok: boolean;
  note?: string;
}

const items: readonly InspectionItem[] = ['BUILDING', 'ROAD', 'POWER', 'WATER', 'TOILETS', 'COMMUNICATION'];

interface Props {
  busy: boolean;
  error: unknown;
  onCancel: () => void;
  onFound: (checks: Check[]) => void;
}

/** What is looked at before people are let in. Only the building must be answered. */
export function Inspect({ busy, error, onCancel, onFound }: Props) {
  const all = useTexts();
  const texts = all.shelters.inspection;
  const [results, setResults] = useState<Partial<Record<InspectionItem, Result>>>({});
  const [notes, setNotes] = useState<Partial<Record<InspectionItem, string>>>({});
  const [tried, setTried] = useState(false);
  const seen = items.filter((item) => (results[item] ?? 'unseen') !== 'unseen');
  const missing = !seen.includes('BUILDING');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || busy) return;
    onFound(
      seen.map((item) => {
        const note = notes[item]?.trim();
        return { item, ok: results[item] === 'ok', ...(note && results[item] === 'notOk' && { note }) };
      }),
    );
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <h3>{texts.title}</h3>
      {items.map((item) => (
        <div key={item} className={styles.item}>
          <Segmented
            legend={texts.items[item]}
            value={results[item] ?? 'unseen'}
            options={[
              { value: 'ok', label: texts.ok },
              { value: 'notOk', label: texts.notOk },
              { value: 'unseen', label: texts.unseen },
            ]}
            onChange={(result) => setResults({ ...results, [item]: result })}
          />
          {results[item] === 'notOk' && (
            <Field label={texts.what(texts.items[item])}>
              {(wiring) => (
                <input
                  {...wiring}
                  maxLength={200}
                  value={notes[item] ?? ''}
                  onChange={(event) => setNotes({ ...notes, [item]: event.target.value })}
                />
              )}
            </Field>
          )}
        </div>
      ))}
      {tried && missing && <p role="alert">{texts.buildingMissing}</p>}
      <ProblemNotice error={error} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {texts.submit}
        </Button>
        <Button onClick={onCancel}>{all.common.cancel}</Button>
      </div>
    </form>
  );
}
