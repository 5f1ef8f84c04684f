import { useTexts } from '../../../i18n/language';
import { Field } from '../../../ui/Field/Field';
import type { Zone } from './zones';

interface Props {
  dangers: readonly Zone[];
  warnings: readonly Zone[];
  /** Key of the chosen one; empty: none. */
  chosen: string;
  onChoose: (key: string) => void;
}

/** An area by its name instead of a drawing. */
export function ZoneChoice({ dangers, warnings, chosen, onChoose }: Props) {
  const { zones: texts } = useTexts().mapRoom;
  return (
    <Field label={texts.title}>
      {(wiring) => (
        <select {...wiring} value={chosen} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{texts.none}</option>
          <Group label={texts.dangers} zones={dangers} />
          <Group label={texts.warnings} zones={warnings} />
        </select>
      )}
    </Field>
  );
}

function Group({ label, zones }: { label: string; zones: readonly Zone[] }) {
  if (zones.length === 0) return null;
  return (
    <optgroup label={label}>
      {zones.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
