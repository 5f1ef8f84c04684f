import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { useDistricts } from '../../../api/queries';
import type { NewShelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Choice, Field } from '../../../ui/Field/Field';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { placeOf } from '../../map/draw/place';
import { knownPlaces } from '../../map/known';
import { useSites } from '../../sites/queries';
import { useAddShelter } from '../queries';
import styles from '../shelters.module.css';

const kinds: readonly NewShelter['kind'][] = ['SELF_OPENED', 'CAR_PARK', 'TENTS', 'HOMES', 'OTHER'];

interface Draft {
  name: string;
  kind: NewShelter['kind'];
  address: string;
  place: string;
  capacity: string;
  announced: boolean;
}

const nothing: Draft = { name: '', kind: 'SELF_OPENED', address: '', place: '', capacity: '', announced: true };

/** A place that is in no list: opened by the people themselves, a car park, people at home. */
export function AddShelter({ onClose }: { onClose: () => void }) {
  const all = useTexts();
  const texts = all.shelters.add;
  const known = knownPlaces(useDistricts().data, useSites().data?.sites ?? []);
  const [, go] = useLocation();
  const add = useAddShelter();
  const [draft, setDraft] = useState(nothing);
  const [tried, setTried] = useState(false);
  const at = placeOf(draft.place, known);
  const homes = draft.kind === 'HOMES';
  const lost = !at && !(homes && draft.place === '');
  const nameless = draft.name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (lost || nameless || add.isPending) return;
    add.mutate(
      {
        name: draft.name.trim(),
        kind: draft.kind,
        announced: draft.announced,
        ...(draft.address.trim() && { address: draft.address.trim() }),
        ...(at && { location: { longitude: at[0], latitude: at[1] } }),
        ...(draft.capacity && { capacity: Number(draft.capacity) }),
      },
      { onSuccess: ({ id }) => go(`/shelters/${id}`) },
    );
  };
  return (
    <Panel title={texts.title}>
      <form className={styles.stack} onSubmit={submit} noValidate>
        <p className="soft small">{texts.what}</p>
        <div className={styles.fields}>
          <Field label={texts.name} error={tried && nameless ? texts.nameless : undefined}>
            {(wiring) => (
              <input
                {...wiring}
                maxLength={60}
                value={draft.name}
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
            )}
          </Field>
          <Field label={texts.kind}>
            {(wiring) => (
              <select
                {...wiring}
                value={draft.kind}
                onChange={(event) => {
                  const kind = event.target.value as NewShelter['kind'];
                  // Where people sleep in cars or at home is no place to send others to.
                  setDraft({ ...draft, kind, announced: kind === 'SELF_OPENED' });
                }}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {all.shelters.kinds[kind]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            label={texts.place}
            hint={homes ? texts.placeHomes : texts.placeHint}
            error={tried && lost ? texts.lost : undefined}
          >
            {(wiring) => (
              <input
                {...wiring}
                list="known-places"
                value={draft.place}
                onChange={(event) => setDraft({ ...draft, place: event.target.value })}
              />
            )}
          </Field>
          <datalist id="known-places">
            {known.map(({ name, at: [longitude, latitude] }) => (
              <option key={`${name} ${longitude} ${latitude}`} value={name} />
            ))}
          </datalist>
          <Field label={texts.address}>
            {(wiring) => (
              <input
                {...wiring}
                maxLength={200}
                value={draft.address}
                onChange={(event) => setDraft({ ...draft, address: event.target.value })}
              />
            )}
          </Field>
          <Field label={texts.capacity} hint={texts.capacityHint}>
            {(wiring) => (
              <input
                {...wiring}
                type="number"
                min="1"
                max="100000"
                inputMode="numeric"
                value={draft.capacity}
                onChange={(event) => setDraft({ ...draft, capacity: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Choice
          kind="checkbox"
          note={texts.announcedWhat}
          checked={draft.announced}
          onChange={(event) => setDraft({ ...draft, announced: event.target.checked })}
        >
          {texts.announced}
        </Choice>
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
