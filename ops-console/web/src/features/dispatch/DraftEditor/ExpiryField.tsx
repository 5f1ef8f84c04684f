import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { fromLocalInput, toLocalInput } from '../../../time/clock';
import { Field } from '../../../ui/Field/Field';

interface Props {
  /** An instant. */
  value: string;
  hint: string;
  error?: string | undefined;
  readOnly?: boolean;
  onChange: (instant: string) => void;
}

/** When it ends, in Japan's wall-clock time. Half-typed times are kept in the field and change nothing. */
export function ExpiryField({ value, hint, error, readOnly = false, onChange }: Props) {
  const texts = useTexts();
  const [typed, setTyped] = useState<{ of: string; text: string } | null>(null);
  const shown = typed && typed.of === value ? typed.text : toLocalInput(new Date(value));
  return (
    <Field label={texts.dispatch.expires} hint={hint} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          type="datetime-local"
          value={shown}
          readOnly={readOnly}
          onChange={(event) => {
            const instant = fromLocalInput(event.target.value);
            setTyped({ of: instant?.toISOString() ?? value, text: event.target.value });
            if (instant) onChange(instant.toISOString());
          }}
        />
      )}
    </Field>
  );
}
