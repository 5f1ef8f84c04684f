import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { OpenedCase, ResponseCase } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Choice, Field } from '../../ui/Field/Field';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { useNote } from './queries';
import styles from './CaseNotes.module.css';
import room from './response.module.css';

const most = 1000;

interface Props {
  found: ResponseCase;
  opening: UseMutationResult<OpenedCase, Error, void>;
}

/** What staff write in words of their own. Reading it is a look at the person, and recorded as one. */
export function CaseNotes({ found, opening }: Props) {
  const texts = useTexts().response.notes;
  const note = useNote(found.line.id);
  const [text, setText] = useState('');
  const [handOver, setHandOver] = useState(false);
  const length = [...text.trim()].length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.isPending || length === 0 || length > most) return;
    note.mutate(
      { text: text.trim(), handOver },
      {
        onSuccess: () => {
          setText('');
          setHandOver(false);
          if (opening.data) opening.mutate();
        },
      },
    );
  };
  return (
    <Panel title={texts.title} aside={<span role="status">{texts.count(found.notes)}</span>}>
      {opening.data ? (
        <ol className={styles.notes}>
          {opening.data.notes.toReversed().map((each) => (
            <li key={each.id}>
              <p className={styles.noteText}>{each.text}</p>
              <span className="soft small">
                <At at={each.at} /> {each.by} {each.handOver && texts.marked}
              </span>
            </li>
          ))}
        </ol>
      ) : (
        found.notes > 0 && <p className="soft small">{texts.closed}</p>
      )}
      <form onSubmit={submit} noValidate className={room.stack}>
        <Field label={texts.write} hint={texts.hint} error={length > most ? texts.tooLong(most, length) : undefined}>
          {(wiring) => <textarea {...wiring} rows={3} value={text} onChange={(event) => setText(event.target.value)} />}
        </Field>
        <Choice kind="checkbox" checked={handOver} onChange={() => setHandOver(!handOver)}>
          {texts.handOver}
        </Choice>
        <p className="soft small">{texts.handOverWhat}</p>
        <ProblemNotice error={note.error} />
        <Button type="submit" busy={note.isPending} aria-disabled={length === 0 || length > most}>
          {texts.add}
        </Button>
      </form>
    </Panel>
  );
}
