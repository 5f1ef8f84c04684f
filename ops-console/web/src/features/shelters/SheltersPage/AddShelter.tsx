import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { bodyOf, nothing } from '../PlaceForm/draft';
import { PlaceFields, useKnownPlaces } from '../PlaceForm/PlaceFields';
import { useAddShelter } from '../queries';
import styles from '../shelters.module.css';

/** A place that is in no list: opened by the people themselves, a car park, people at home. */
export function AddShelter({ onClose }: { onClose: () => void }) {
  const all = useTexts();
  const texts = all.shelters.add;
  const known = useKnownPlaces();
  const [, go] = useLocation();
  const add = useAddShelter();
  const [draft, setDraft] = useState(nothing);
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = bodyOf(draft, known);
    if (!body || add.isPending) return;
    add.mutate(body, { onSuccess: ({ id }) => go(`/shelters/${id}`) });
  };
  return (
    <Panel title={texts.title}>
      <form className={styles.stack} onSubmit={submit} noValidate>
        <p className="soft small">{texts.what}</p>
        <PlaceFields draft={draft} known={known} tried={tried} onChange={setDraft} />
        <ProblemNotice error={add.error} />
        <div className={styles.buttons}>
          <Button type="submit" look="primary" busy={add.isPending}>
            {texts.submit}
          </Button>
          <Button onClick={onClose}>{all.common.cancel}</Button>
        </div>
      </form>
    </Panel>
  );
}
