import { type FormEvent, useState } from 'react';
import type { LegalBasis, NewDisclosure, RecipientKind } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Notice } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { DistrictsChoice } from '../DistrictsChoice';
import { Select } from '../PersonPage/ConsentPanel';
import { hazards, type PlanHazard } from '../../plans/plan';
import { useDisclosures, useEmergencies, useMakeDisclosure } from '../queries';
import styles from '../register.module.css';

const kinds: readonly RecipientKind[] = [
  'FIRE',
  'POLICE',
  'COMMISSIONER',
  'WELFARE_COUNCIL',
  'VOLUNTARY_GROUP',
  'OTHER',
];
type Subject = NewDisclosure['subject'];

const subjects: readonly Subject[] = ['REGISTER', 'PLANS', 'PLAN_LIST'];
/** In normal times, then in a disaster. */
const bases: Record<Subject, readonly [LegalBasis, LegalBasis]> = {
  REGISTER: ['REGISTER_CONSENT', 'REGISTER_DISASTER'],
  PLANS: ['PLAN_CONSENT', 'PLAN_DISASTER'],
  PLAN_LIST: ['PLAN_CONSENT', 'PLAN_DISASTER'],
};

/** Says what shall be handed over, to whom and why. */
export function DisclosureForm() {
  const { register: texts, plans } = useTexts();
  const byOrdinance = useDisclosures().data?.byOrdinance ?? false;
  const [subject, setSubject] = useState<Subject>('REGISTER');
  const [hazard, setHazard] = useState<PlanHazard>('FLOOD');
  const [inDisaster, setInDisaster] = useState(false);
  const basis = bases[subject][inDisaster ? 1 : 0];
  const running = (useEmergencies().data?.emergencies ?? []).find(
    ({ inForce, declared }) => inForce && declared.basis === basis,
  );
  const [kind, setKind] = useState<RecipientKind>('FIRE');
  const [recipient, setRecipient] = useState('');
  const [purpose, setPurpose] = useState('');
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
        ...(running && { emergency: running.declared.id }),
      },
      body: {
        subject,
        ...(subject !== 'REGISTER' && { hazard }),
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
      <Select
        label={texts.disclosure.subject}
        value={subject}
        values={subjects}
        names={texts.disclosure.subjects}
        onChange={setSubject}
      />
      {subject !== 'REGISTER' && (
        <Select
          label={texts.disclosure.hazard}
          value={hazard}
          values={hazards}
          names={plans.hazards}
          onChange={setHazard}
        />
      )}
      <p className="soft small">
        {subject === 'REGISTER' && byOrdinance ? texts.disclosure.byOrdinance : texts.disclosure.makeWhat[subject]}
      </p>
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
      <Select
        label={texts.disclosure.basis}
        value={basis}
        values={bases[subject]}
        names={texts.bases}
        onChange={(chosen) => setInDisaster(chosen === bases[subject][1])}
      />
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
