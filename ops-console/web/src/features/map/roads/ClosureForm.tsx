import type { Geometry } from 'geojson';
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { fromLocalInput } from '../../../time/clock';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { type NewClosure, useAddClosure } from './queries';
import styles from './roads.module.css';

interface Props {
  /** Where; null while it is not drawn. */
  shape: Geometry | null;
  onClosed: () => void;
}

/** Why a way is closed, for whom, and from when to when. */
export function ClosureForm({ shape, onClosed }: Props) {
  const { closures: texts } = useTexts().mapRoom;
  const add = useAddClosure();
  const [reason, setReason] = useState('');
  const [appliesTo, setAppliesTo] = useState<NewClosure['appliesTo']>('EVERYBODY');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [tried, setTried] = useState(false);
  const begins = fromLocalInput(from);
  const ends = fromLocalInput(until);
  const empty = !reason.trim();
  const backwards = ends !== null && ends <= (begins ?? new Date());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!shape || empty || backwards || add.isPending) return;
    add.mutate(
      {
        shape: shape as unknown as NewClosure['shape'],
        reason: reason.trim(),
        appliesTo,
        ...(begins && { from: begins.toISOString() }),
        ...(ends && { until: ends.toISOString() }),
      },
      { onSuccess: onClosed },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Field label={texts.reason} error={tried && empty ? texts.reasonEmpty : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            maxLength={200}
            placeholder={texts.reasonExample}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Segmented
        legend={texts.forWhom}
        value={appliesTo}
        options={[
          { value: 'EVERYBODY', label: texts.appliesTo.EVERYBODY },
          { value: 'WHEELCHAIR', label: texts.appliesTo.WHEELCHAIR },
        ]}
        onChange={setAppliesTo}
      />
      <Field label={texts.from} hint={texts.fromHint}>
        {(wiring) => (
          <input {...wiring} type="datetime-local" value={from} onChange={(event) => setFrom(event.target.value)} />
        )}
      </Field>
      <Field label={texts.until} hint={texts.untilHint} error={tried && backwards ? texts.backwards : undefined}>
        {(wiring) => (
          <input {...wiring} type="datetime-local" value={until} onChange={(event) => setUntil(event.target.value)} />
        )}
      </Field>
      <ProblemNotice error={add.error} />
      {tried && !shape && <p role="alert">{texts.notDrawn}</p>}
      <Button type="submit" look="primary" busy={add.isPending}>
        {texts.close}
      </Button>
    </form>
  );
}
