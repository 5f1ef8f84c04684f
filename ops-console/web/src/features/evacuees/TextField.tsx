import { useTexts } from '../../i18n/language';
import { Field } from '../../ui/Field/Field';

interface Props {
  label: string;
  hint?: string;
  value: string;
  longest: number;
  type?: 'text' | 'date';
  required?: boolean;
  onChange: (value: string) => void;
}

/** One line about a person: never kept by the browser. */
export function TextField({ label, hint, value, longest, type = 'text', required = false, onChange }: Props) {
  const texts = useTexts().common;
  return (
    <Field label={label} {...(hint && { hint })} {...(required && { required: texts.required })}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          lang="ja"
          autoComplete="off"
          maxLength={longest}
          required={required}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
