import type { Mobility, PersonAmendment } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Choice, Choices, Field } from '../../../ui/Field/Field';
import { useRegister } from '../queries';
import styles from '../register.module.css';
import { Select } from './ConsentPanel';
import type { Draft } from './personDraft';

type Identity = PersonAmendment['identity'];
type Consideration = PersonAmendment['condition']['considerations'][number];

const contactRows = [0, 1] as const;
const identityFields = ['name', 'kana', 'address', 'residence', 'phone', 'fax', 'mail'] as const;
const groupFields = ['association', 'block', 'commissioner'] as const;

/** Nobody is written down without these. */
const needed: readonly string[] = ['name', 'kana', 'address'];

interface Props {
  draft: Draft;
  /** What is wrong with a field that must not be empty; nothing while nobody has tried to hand it in. */
  missing?: (value: string) => string | undefined;
  onChange: (draft: Draft) => void;
}

/** What a person is written down by. */
export function PersonFields({ draft, missing, onChange }: Props) {
  const all = useTexts();
  const texts = all.register.person;
  const set = (change: Partial<Draft>) => onChange({ ...draft, ...change });
  const setIdentity = (change: Partial<Identity>) => set({ identity: { ...draft.identity, ...change } });
  const words: Record<keyof Identity & string, string> = {
    ...texts.fields,
    association: texts.association,
    block: texts.block,
  };
  return (
    <>
      <div className={styles.pair}>
        {[...identityFields, ...groupFields].map((field) => (
          <Line
            key={field}
            label={words[field]}
            error={needed.includes(field) ? missing?.(draft.identity[field] ?? '') : undefined}
            value={draft.identity[field] ?? ''}
            onChange={(value) => setIdentity({ [field]: value })}
          />
        ))}
        <DistrictSelect value={draft.district ?? ''} onChange={(district) => set({ district })} />
        <Select
          label={texts.fields.mobility}
          value={draft.mobility}
          values={keysOf<Mobility>(all.register.mobilities)}
          names={all.register.mobilities}
          onChange={(mobility) => set({ mobility })}
        />
      </div>
      <Considerations
        chosen={draft.condition.considerations}
        onChange={(considerations) => set({ condition: { ...draft.condition, considerations } })}
      />
      <div className={styles.pair}>
        <Line
          label={texts.fields.communication}
          value={draft.condition.communication ?? ''}
          onChange={(communication) => set({ condition: { ...draft.condition, communication } })}
        />
        <Line
          label={texts.fields.household}
          value={draft.contacts.household ?? ''}
          onChange={(household) => set({ contacts: { ...draft.contacts, household } })}
        />
      </div>
      <EmergencyContacts
        contacts={draft.contacts.emergency}
        onChange={(emergency) => set({ contacts: { ...draft.contacts, emergency } })}
      />
    </>
  );
}

interface LineProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** One line of text. */
export function Line({ label, hint, error, value, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <input
          {...wiring}
          lang="ja"
          autoComplete="off"
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function DistrictSelect({ value, onChange }: { value: string; onChange: (district: string) => void }) {
  const texts = useTexts().register.person;
  const districts = useRegister().data?.districts ?? [];
  return (
    <Field label={texts.fields.district}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{texts.noDistrict}</option>
          {districts.map(({ district }) => (
            <option key={district.code} value={district.code}>
              {district.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface ConsiderationsProps {
  chosen: readonly Consideration[];
  onChange: (chosen: Consideration[]) => void;
}

function Considerations({ chosen, onChange }: ConsiderationsProps) {
  const texts = useTexts().register.person;
  return (
    <Choices legend={texts.fields.considerations}>
      <div className={styles.marks}>
        {keysOf<Consideration>(texts.considerationNames).map((each) => (
          <Choice
            key={each}
            kind="checkbox"
            checked={chosen.includes(each)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
            }
          >
            {texts.considerationNames[each]}
          </Choice>
        ))}
      </div>
    </Choices>
  );
}

type Contact = PersonAmendment['contacts']['emergency'][number];

function EmergencyContacts({
  contacts,
  onChange,
}: {
  contacts: readonly Contact[];
  onChange: (contacts: Contact[]) => void;
}) {
  const texts = useTexts().register.person;
  const set = (index: number, change: Partial<Contact>) => {
    const next = [...contacts];
    next[index] = { ...(contacts[index] ?? { name: '', phone: '' }), ...change };
    onChange(next);
  };
  return contactRows.map((index) => (
    <div key={index} className={styles.pair}>
      <Line
        label={texts.contactName(index + 1)}
        value={contacts[index]?.name ?? ''}
        onChange={(name) => set(index, { name })}
      />
      <Line
        label={texts.contactRelation(index + 1)}
        value={contacts[index]?.relation ?? ''}
        onChange={(relation) => set(index, { relation })}
      />
      <Line
        label={texts.contactPhone(index + 1)}
        value={contacts[index]?.phone ?? ''}
        onChange={(phone) => set(index, { phone })}
      />
    </div>
  ));
}

/** The keys of a table of names. */
export function keysOf<T extends string>(names: Record<T, string>): T[] {
  return Object.keys(names) as T[];
}
