import { useTexts } from '../../i18n/language';
import { Field } from '../../ui/Field/Field';
import { asked, type FactName, type Facts, type OfferedKind, subjects } from './facts';
import styles from './imports.module.css';

interface Props {
  kind: OfferedKind;
  facts: Facts;
  onChange: (facts: Facts) => void;
}

/** What a person says of a file; left empty, the file speaks for itself. */
export function FactFields({ kind, facts, onChange }: Props) {
  const texts = useTexts().imports.facts;
  if (asked[kind].length === 0) return null;
  return (
    <fieldset className={styles.facts}>
      <legend>{texts.legend}</legend>
      <p className="soft small">{texts.what}</p>
      {asked[kind].map((name) => (
        <Field key={name} label={name === 'column' ? texts.columnOf[kind] : texts.names[name]}>
          {(wiring) =>
            name === 'subject' ? (
              <select
                {...wiring}
                value={facts.subject ?? ''}
                onChange={(event) => onChange({ ...facts, subject: event.target.value })}
              >
                <option value="">{texts.byFile}</option>
                <Subjects kind={kind} />
              </select>
            ) : (
              <input
                {...wiring}
                type={name === 'edition' ? 'date' : 'text'}
                maxLength={name === 'edition' ? undefined : 100}
                value={valueOf(facts, name)}
                onChange={(event) => onChange({ ...facts, [name]: event.target.value })}
              />
            )
          }
        </Field>
      ))}
    </fieldset>
  );
}

const valueOf = (facts: Facts, name: FactName) => facts[name] ?? '';

function Subjects({ kind }: { kind: OfferedKind }) {
  const texts = useTexts();
  if (kind === 'HAZARDS') {
    return subjects.HAZARDS.map((each) => (
      <option key={each} value={each}>
        {texts.sites.hazards[each]}
      </option>
    ));
  }
  return subjects.FACILITIES.map((each) => (
    <option key={each} value={each}>
      {texts.imports.facilities[each]}
    </option>
  ));
}
