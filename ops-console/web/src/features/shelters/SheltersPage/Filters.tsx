import type { HazardKind, OpeningState, Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Field } from '../../../ui/Field/Field';
import { districtsOf, type Wanted } from '../find';
import styles from '../shelters.module.css';

interface Props {
  shelters: readonly Shelter[];
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

const states: readonly OpeningState[] = [
  'OPEN',
  'INSTRUCTED',
  'INSPECTED',
  'CANNOT_OPEN',
  'CLOSING',
  'CLOSED',
  'NOT_OPENED',
];

/** Which shelters are shown. */
export function Filters({ shelters, wanted, onChange }: Props) {
  const texts = useTexts();
  const words = texts.shelters.filter;
  return (
    <search className={styles.filters}>
      <Field label={words.words}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            value={wanted.words}
            onChange={(event) => onChange({ ...wanted, words: event.target.value })}
          />
        )}
      </Field>
      <Select
        label={words.state}
        any={words.anyState}
        value={wanted.state}
        options={[
          ...states.map((state) => [state, texts.sites.states[state]] as const),
          ['FULL', texts.sites.crowding.FULL] as const,
        ]}
        onChange={(state) => onChange({ ...wanted, state: state as Wanted['state'] })}
      />
      <Select
        label={words.district}
        any={words.anyDistrict}
        value={wanted.district}
        options={districtsOf(shelters).map(({ code, name }) => [code, name] as const)}
        onChange={(district) => onChange({ ...wanted, district })}
      />
      <Select
        label={words.hazard}
        any={words.anyHazard}
        value={wanted.hazard}
        options={Object.entries(texts.sites.hazards)}
        onChange={(hazard) => onChange({ ...wanted, hazard: hazard as HazardKind | '' })}
      />
    </search>
  );
}

interface SelectProps {
  label: string;
  any: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Select({ label, any, value, options, onChange }: SelectProps) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{any}</option>
          {options.map(([each, word]) => (
            <option key={each} value={each}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
