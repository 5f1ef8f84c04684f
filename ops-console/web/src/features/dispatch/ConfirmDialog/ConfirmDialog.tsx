import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';

interface Props {
  /** What the button that sends says. */
  action: string;
  /** What has to be typed. */
  word: string;
  summary: string;
  busy: boolean;
  error: unknown;
  onGo: (typed: string) => void;
  onClose: () => void;
}

/** The last look before sending: typing the level or the area, since a second OK is pressed unread. */
export function ConfirmDialog({ action, word, summary, busy, error, onGo, onClose }: Props) {
  const texts = useTexts();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  // An input method may give ４ for 4; what counts is that the person named it.
  const same = typed.trim().normalize('NFKC') === word.normalize('NFKC');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (same && !busy) onGo(word);
  };
  return (
    <Dialog title={texts.dispatch.confirmTitle(action)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>
          <strong>{summary}</strong>
        </p>
        <Field
          label={texts.dispatch.confirmLabel}
          hint={texts.dispatch.confirmWhat(word)}
          error={tried && !same ? texts.dispatch.confirmWrong(word) : undefined}
        >
          {(wiring) => (
            <input {...wiring} value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        <ProblemNotice error={error} />
        <DialogButtons>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {action}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
