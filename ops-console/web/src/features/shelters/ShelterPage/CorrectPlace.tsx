import { type FormEvent, useState } from 'react';
import type { PlaceVersion } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { bodyOf, draftOf } from '../PlaceForm/draft';
import { PlaceFields, useKnownPlaces } from '../PlaceForm/PlaceFields';
import { useCorrectShelter } from '../queries';
import styles from '../shelters.module.css';

interface Props {
  shelterId: string;
  newest: PlaceVersion;
  onClose: () => void;
}

/** Corrects a place by hand; says so if somebody else did meanwhile, and then starts from theirs. */
export function CorrectPlace({ shelterId, newest, onClose }: Props) {
  const texts = useTexts().shelters.correct;
  const [looked, setLooked] = useState(newest);
  return (
    <div className={styles.stack}>
      {looked.number !== newest.number && (
        <Notice tone="caution" title={texts.overtaken}>
          <p>{texts.overtakenWhat(newest.by)}</p>
          <Button onClick={() => setLooked(newest)}>{texts.again}</Button>
        </Notice>
      )}
      <Form key={looked.number} shelterId={shelterId} version={looked} onClose={onClose} />
    </div>
  );
}

function Form({ shelterId, version, onClose }: { shelterId: string; version: PlaceVersion; onClose: () => void }) {
  const all = useTexts();
  const texts = all.shelters.correct;
  const known = useKnownPlaces();
  const correct = useCorrectShelter(shelterId);
  const [draft, setDraft] = useState(() => draftOf(version));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const place = bodyOf(draft, known, version);
    if (!place || missing || correct.isPending) return;
    correct.mutate({ version: version.number, place, reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <form className={styles.stack} onSubmit={submit} noValidate>
      <p className="soft small">{texts.what}</p>
      <PlaceFields draft={draft} known={known} tried={tried} onChange={setDraft} />
      {version.announced && !draft.announced && <Notice tone="caution">{texts.silent}</Notice>}
      <Field
        label={texts.reason}
        required={all.shelters.required}
        error={tried && missing ? texts.reasonMissing : undefined}
      >
        {(wiring) => (
          <input {...wiring} maxLength={200} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      <ProblemNotice error={correct.error} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={correct.isPending}>
          {texts.submit}
        </Button>
        <Button onClick={onClose}>{all.common.cancel}</Button>
      </div>
    </form>
  );
}
