import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import styles from '../shelters.module.css';

/** Steps that say something beside. */
export type Noted = 'CANNOT_OPEN' | 'BEGIN_CLOSING' | 'CLOSE' | 'WITHDRAW';

interface Props {
  step: Noted;
  /** How many are still there, as far as anybody counted. */
  people: number | undefined;
  busy: boolean;
  error: unknown;
  onCancel: () => void;
  onSaid: (step: Exclude<Noted, 'WITHDRAW'>, note: string) => void;
}

/** A step that says something beside: why it cannot open, what is still to be done. */
export function WithNote({ step, people = 0, busy, error, onCancel, onSaid }: Props) {
  const all = useTexts();
  const texts = all.shelters;
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const needed = step === 'CANNOT_OPEN';
  const missing = needed && note.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing || busy) return;
    onSaid(step === 'WITHDRAW' ? 'CLOSE' : step, note.trim());
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <h3>{texts.steps[step]}</h3>
      {step === 'CLOSE' && people > 0 && <Notice tone="caution">{texts.stillThere(people)}</Notice>}
      <Field
        label={needed ? texts.reason : texts.note}
        error={tried && missing ? texts.reasonMissing : undefined}
        {...(needed && { required: texts.required })}
      >
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={500}
            value={note}
            autoFocus
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <ProblemNotice error={error} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {texts.steps[step]}
        </Button>
        <Button onClick={onCancel}>{all.common.cancel}</Button>
      </div>
    </form>
  );
}
