import { useDistricts } from '../../../api/queries';
import type { NewShelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Choice, Field } from '../../../ui/Field/Field';
import type { KnownPlace } from '../../map/draw/place';
import { knownPlaces } from '../../map/known';
import { useSites } from '../../sites/queries';
import styles from '../shelters.module.css';
import { isLost, isNameless, type PlaceDraft } from './draft';

const kinds: readonly NewShelter['kind'][] = ['SELF_OPENED', 'CAR_PARK', 'TENTS', 'HOMES', 'OTHER'];

/** Places whose names stand for a position. */
export function useKnownPlaces(): readonly KnownPlace[] {
  return knownPlaces(useDistricts().data, useSites().data?.sites ?? []);
}

interface Props {
  draft: PlaceDraft;
  known: readonly KnownPlace[];
  /** Whether what is missing is said. */
  tried: boolean;
  onChange: (draft: PlaceDraft) => void;
}

/** What is on file of a place by hand. */
export function PlaceFields({ draft, known, tried, onChange }: Props) {
  const all = useTexts();
  const texts = all.shelters.add;
  const districts = useDistricts().data?.features ?? [];
  const homes = draft.kind === 'HOMES';
  const change = (part: Partial<PlaceDraft>) => onChange({ ...draft, ...part });
  return (
    <>
      <div className={styles.fields}>
        <Field label={texts.name} error={tried && isNameless(draft) ? texts.nameless : undefined}>
          {(wiring) => (
            <input
              {...wiring}
              maxLength={60}
              value={draft.name}
              onChange={({ target }) => change({ name: target.value })}
            />
          )}
        </Field>
        <Field label={texts.kind}>
          {(wiring) => (
            <select
              {...wiring}
              value={draft.kind}
              onChange={({ target }) => {
                const kind = target.value as NewShelter['kind'];
                // Where people sleep in cars or at home is no place to send others to.
                change({ kind, announced: kind === 'SELF_OPENED' });
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
          error={tried && isLost(draft, known) ? texts.lost : undefined}
        >
          {(wiring) => (
            <input
              {...wiring}
              list="known-places"
              value={draft.place}
              onChange={({ target }) => change({ place: target.value })}
            />
          )}
        </Field>
        <datalist id="known-places">
          {known.map(({ name, at: [longitude, latitude] }) => (
            <option key={`${name} ${longitude} ${latitude}`} value={name} />
          ))}
        </datalist>
        {homes && draft.place.trim() === '' && (
          <Field label={texts.district}>
            {(wiring) => (
              <select {...wiring} value={draft.district} onChange={({ target }) => change({ district: target.value })}>
                <option value="">{texts.noDistrict}</option>
                {districts.map(({ properties: { code, name } }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Field label={texts.address}>
          {(wiring) => (
            <input
              {...wiring}
              maxLength={200}
              value={draft.address}
              onChange={({ target }) => change({ address: target.value })}
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
              onChange={({ target }) => change({ capacity: target.value })}
            />
          )}
        </Field>
        <Field label={texts.toldBy} hint={texts.toldByHint}>
          {(wiring) => (
            <input
              {...wiring}
              maxLength={100}
              value={draft.toldBy}
              onChange={({ target }) => change({ toldBy: target.value })}
            />
          )}
        </Field>
      </div>
      <Choice
        kind="checkbox"
        note={texts.announcedWhat}
        checked={draft.announced}
        onChange={({ target }) => change({ announced: target.checked })}
      >
        {texts.announced}
      </Choice>
    </>
  );
}
