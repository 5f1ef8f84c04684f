import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';

interface Props {
  title: string;
  label: string;
  /** The verb of the button that goes on. */
  action: string;
  hint?: string;
  /** Whether it may be left empty. */
  optional?: boolean;
  busy: boolean;
  error: unknown;
  onGo: (reason: string) => void;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks why before going on: the reason is what the others will read. */
export function ReasonDialog({
  title,
  label,
  action,
  hint,
  optional = false,
  busy,
  error,
  onGo,
  onClose,
  children,
}: Props) {
  const texts = useTexts();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if ((optional || reason.trim()) && !busy) onGo(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        {children}
        <Field
          label={label}
          hint={hint ?? texts.dispatch.reasonHint}
          error={tried && !optional && !reason.trim() ? texts.dispatch.reasonEmpty : undefined}
        >
          {(wiring) => (
            <textarea
              {...wiring}
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
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
