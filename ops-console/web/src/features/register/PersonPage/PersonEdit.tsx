import { type FormEvent, useState } from 'react';
import type { PersonSheet, PersonState } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import type { Look } from '../Look/look';
import { useAmend } from '../queries';
import styles from '../register.module.css';
import { Select } from './ConsentPanel';
import { draftOf, tidied } from './personDraft';
import { keysOf, Line, PersonFields } from './PersonFields';

interface Props {
  look: Look;
  sheet: PersonSheet;
  onDone: () => void;
  onClose: () => void;
}

/** Whether everything of the person is on the screen: what is hidden cannot be written again. */
export function canEdit({ person, history }: PersonSheet): boolean {
  return person.condition !== undefined && person.contacts !== undefined && history !== undefined;
}

/** A person written by hand. What is not in the form stays as it is. */
export function PersonEdit({ look, sheet, onDone, onClose }: Props) {
  const all = useTexts();
  const texts = all.register.person;
  const [draft, setDraft] = useState(() => draftOf(sheet));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const amend = useAmend(look, sheet.person.outline.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amend.isPending || reason.trim() === '' || draft.identity.name.trim() === '') return;
    const version = sheet.history?.[0]?.number ?? 1;
    amend.mutate({ ...tidied(draft), version, reason: reason.trim() }, { onSuccess: onDone });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="soft small">{texts.editWhat}</p>
      <PersonFields draft={draft} onChange={setDraft} />
      <Select
        label={texts.fields.state}
        value={draft.state}
        values={keysOf<PersonState>(all.register.states)}
        names={all.register.states}
        onChange={(state) => setDraft({ ...draft, state })}
      />
      <Line
        label={texts.reason}
        hint={texts.reasonHint}
        error={tried && reason.trim() === '' ? texts.reasonMissing : undefined}
        value={reason}
        onChange={setReason}
      />
      <ProblemNotice error={amend.error} />
      <div className={styles.row}>
        <Button type="submit" look="primary" busy={amend.isPending}>
          {texts.save}
        </Button>
        <Button onClick={onClose}>{all.common.cancel}</Button>
      </div>
    </form>
  );
}
