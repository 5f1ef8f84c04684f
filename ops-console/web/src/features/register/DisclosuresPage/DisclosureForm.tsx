import { type FormEvent, useState } from 'react';
import type { LegalBasis, RecipientKind } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { DistrictsChoice } from '../DistrictsChoice';
import { Select } from '../PersonPage/ConsentPanel';
import { useEmergencies, useMakeDisclosure } from '../queries';
import styles from '../register.module.css';

const kinds: readonly RecipientKind[] = [
  'FIRE',
  'POLICE',
  'COMMISSIONER',
  'WELFARE_COUNCIL',
  'VOLUNTARY_GROUP',
  'OTHER',
];
const bases = ['REGISTER_CONSENT', 'REGISTER_DISASTER'] as const satisfies readonly LegalBasis[];
type Basis = (typeof bases)[number];

/** Says what shall be handed over, to whom and why. */
export function DisclosureForm() {
  const texts = useTexts().register;
  const running = (useEmergencies().data?.emergencies ?? []).find(
    ({ inForce, declared }) => inForce && declared.basis === 'REGISTER_DISASTER',
  );
  const [kind, setKind] = useState<RecipientKind>('FIRE');
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
  const [basis, setBasis] = useState<Basis>('REGISTER_CONSENT');
  const [districts, setDistricts] = useState<string[]>([]);
  const [keepUntil, setKeepUntil] = useState('');
  const [holders, setHolders] = useState('');
  const make = useMakeDisclosure();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (make.isPending) return;
    make.mutate({
      look: {
        purpose: 'PROVISION',
        basis,
        ...(basis === 'REGISTER_DISASTER' && running && { emergency: running.declared.id }),
      },
      body: {
        kind,
        recipient: recipient.trim(),
        purpose: purpose.trim(),
        districts,
        keepUntil,
        holders: holders
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="soft small">{texts.disclosure.makeWhat}</p>
      <Select label={texts.disclosure.kind} value={kind} values={kinds} names={texts.recipients} onChange={setKind} />
      <Field label={texts.disclosure.recipient}>
        {(wiring) => (
          <input
            {...wiring}
            lang="ja"
            maxLength={100}
            value={recipient}
            onChange={(event) => setRecipient(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.disclosure.purpose}>
        {(wiring) => (
          <input
            {...wiring}
            lang="ja"
            maxLength={200}
            value={purpose}
            onChange={(event) => setPurpose(event.target.value)}
          />
        )}
      </Field>
      <Select label={texts.disclosure.basis} value={basis} values={bases} names={texts.bases} onChange={setBasis} />
      <Field label={texts.disclosure.holders}>
        {(wiring) => (
          <textarea
            {...wiring}
            lang="ja"
            rows={3}
            value={holders}
            onChange={(event) => setHolders(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.disclosure.keepUntil}>
        {(wiring) => (
          <input {...wiring} type="date" value={keepUntil} onChange={(event) => setKeepUntil(event.target.value)} />
        )}
      </Field>
      <DistrictsChoice legend={texts.disclosure.districts} chosen={districts} onChange={setDistricts} />
      <ProblemNotice error={make.error} />
      {make.data && (
        <Notice
          tone="success"
          title={`${texts.disclosure.number(make.data.number)} ${texts.disclosure.people(make.data.people)}`}
        />
      )}
      <Button type="submit" look="primary" busy={make.isPending}>
        {texts.disclosure.submit}
      </Button>
    </form>
  );
}
