import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import type { Position } from '../draw/position';
import { type KnownPlace, placeOf } from '../draw/place';
import styles from './PlaceField.module.css';

interface Props {
  label: string;
  /** The verb of the button that takes the place over. */
  action: string;
  known: readonly KnownPlace[];
  onPlace: (at: Position) => void;
}

/** A place by its name or its position: the way onto the map without a map. */
export function PlaceField({ label, action, known, onPlace }: Props) {
  const { place: texts } = useTexts().mapRoom;
  const list = useId();
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = placeOf(typed, known);
    setRefused(at === null);
    if (!at) return;
    setTyped('');
    onPlace(at);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={label} error={refused ? texts.unknown : undefined}>
        {(wiring) => (
          <span className={styles.line}>
            <input
              {...wiring}
              list={list}
              placeholder={texts.example}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Button type="submit">{action}</Button>
          </span>
        )}
      </Field>
      <datalist id={list}>
        {known.map(({ name, at }) => (
          <option key={`${name} ${at.join()}`} value={name} />
        ))}
      </datalist>
    </form>
  );
}
