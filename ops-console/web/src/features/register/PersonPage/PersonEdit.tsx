import { type FormEvent, useState } from 'react';
import type { Mobility, PersonAmendment, PersonSheet, PersonState } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Choice, Choices, Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import type { Look } from '../Look/look';
import { useAmend, useRegister } from '../queries';
import styles from '../register.module.css';
import { Select } from './ConsentPanel';

interface Props {
  look: Look;
  sheet: PersonSheet;
  onDone: () => void;
  onClose: () => void;
}

type Draft = Omit<PersonAmendment, 'version' | 'reason'>;
type Identity = PersonAmendment['identity'];
type Consideration = PersonAmendment['condition']['considerations'][number];

/** Whether everything of the person is on the screen: what is hidden cannot be written again. */
export function canEdit({ person, history }: PersonSheet): boolean {
  return person.condition !== undefined && person.contacts !== undefined && history !== undefined;
}

const contactRows = [0, 1] as const;
const identityFields = ['name', 'kana', 'address', 'residence', 'phone', 'fax', 'mail'] as const;
const groupFields = ['association', 'block', 'commissioner'] as const;

/** A person written by hand. What is not in the form stays as it is. */
export function PersonEdit({ look, sheet, onDone, onClose }: Props) {
  const all = useTexts();
  const texts = all.register.person;
  const [draft, setDraft] = useState(() => draftOf(sheet));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const amend = useAmend(look, sheet.person.outline.id);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const setIdentity = (change: Partial<Identity>) => set({ identity: { ...draft.identity, ...change } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (amend.isPending || reason.trim() === '' || draft.identity.name.trim() === '') return;
    const version = sheet.history?.[0]?.number ?? 1;
    amend.mutate({ ...tidied(draft), version, reason: reason.trim() }, { onSuccess: onDone });
  };
  const words: Record<keyof Identity & string, string> = {
    ...texts.fields,
    association: texts.association,
    block: texts.block,
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="soft small">{texts.editWhat}</p>
      <div className={styles.pair}>
        {[...identityFields, ...groupFields].map((field) => (
          <Line
            key={field}
            label={words[field]}
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
        <Select
          label={texts.fields.state}
          value={draft.state}
          values={keysOf<PersonState>(all.register.states)}
          names={all.register.states}
          onChange={(state) => set({ state })}
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

interface LineProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

function Line({ label, hint, error, value, onChange }: LineProps) {
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

function draftOf({ person: { outline, identity, condition, contacts } }: PersonSheet): Draft {
  const { district, home, homeDoubtful, mobility, state } = outline;
  if (!condition || !contacts) throw new Error('only a person who is shown whole is edited');
  return {
    ...(district && { district }),
    ...(home && { home }),
    homeDoubtful,
    mobility,
    state,
    identity,
    condition,
    contacts,
  };
}

/** As it is handed in: empty words are left out, contacts nobody named too. */
function tidied(draft: Draft): Draft {
  const { district, ...rest } = draft;
  return {
    ...rest,
    ...(district && { district }),
    identity: { ...filled(draft.identity), address: draft.identity.address.trim() },
    condition: filled(draft.condition),
    contacts: {
      ...filled(draft.contacts),
      emergency: draft.contacts.emergency
        .filter(({ name, phone }) => name.trim() !== '' || phone.trim() !== '')
        .map(filled),
    },
  };
}

function filled<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, each]) => [key, typeof each === 'string' ? each.trim() : each] as const)
      .filter(([, each]) => each !== ''),
  ) as T;
}

function keysOf<T extends string>(names: Record<T, string>): T[] {
  return Object.keys(names) as T[];
}
