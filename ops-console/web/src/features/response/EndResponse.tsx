import { type FormEvent, useState } from 'react';
import type { ResponsePage } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { Field } from '../../ui/Field/Field';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { useEnd } from './queries';

/** Ends a response by hand. Whoever does it types how many are left, so that nobody is left behind unseen. */
export function EndResponse({ page }: { page: ResponsePage }) {
  const texts = useTexts().response.end;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {texts.open}
      </Button>
      {asking && <EndDialog page={page} onClose={() => setAsking(false)} />}
    </>
  );
}

function EndDialog({ page, onClose }: { page: ResponsePage; onClose: () => void }) {
  const all = useTexts();
  const texts = all.response.end;
  const end = useEnd(page.response.id);
  const left = page.figures.notYetSafe;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const same = typed.trim().normalize('NFKC') === String(left);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (same && !end.isPending) end.mutate(left, { onSuccess: onClose });
  };
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{texts.what}</p>
        <p>
          <strong>{texts.left(left)}</strong>
        </p>
        <Field label={texts.label} error={tried && !same ? texts.wrong(left) : undefined}>
          {(wiring) => (
            <input
              {...wiring}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice error={end.error} />
        <DialogButtons>
          <Button onClick={onClose}>{all.common.cancel}</Button>
          <Button type="submit" look="danger" busy={end.isPending}>
            {texts.go(left)}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
