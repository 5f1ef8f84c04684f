import { type FormEvent, useState } from 'react';
import type { ConsentAnswer, ConsentKind, ConsentMethod, ConsentRecord } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { hasRole, useSession } from '../../session/session';
import { ConsentMark } from '../ConsentMark';
import { useRecordConsent } from '../queries';
import styles from '../register.module.css';

const kinds: readonly ConsentKind[] = ['REGISTER_PROVISION', 'PLAN_MAKING', 'PLAN_PROVISION'];
const answers: readonly ConsentAnswer[] = ['GIVEN', 'REFUSED', 'WITHDRAWN', 'UNANSWERED'];
const methods: readonly ConsentMethod[] = ['PAPER', 'VISIT', 'TELEPHONE', 'ONLINE', 'POST', 'NONE'];

interface Props {
  personId: string;
  answers: readonly ConsentRecord[];
  onRecorded: () => void;
}

/** The three consents as they stand, every answer so far, and a new one. */
export function ConsentPanel({ personId, answers: given, onRecorded }: Props) {
  const texts = useTexts().register;
  const session = useSession();
  return (
    <div className={styles.stack}>
      <p className="soft">{texts.consent.three}</p>
      <dl className={styles.facts}>
        {kinds.map((kind) => {
          const last = given.find((each) => each.kind === kind);
          return (
            <div key={kind} className={styles.row}>
              <dt>{texts.consentKinds[kind]}</dt>
              <dd className={styles.row}>
                <ConsentMark answer={last?.answer ?? 'UNANSWERED'} />
                {last && (
                  <span className="soft small">
                    {last.on} {texts.methods[last.method]} {last.proxy}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <details>
        <summary>{texts.consent.past}</summary>
        {given.length === 0 && <p className="soft">{texts.consent.never}</p>}
        <ul>
          {given.map((each) => (
            <li key={`${each.kind}${each.recordedAt}`}>
              {each.on} {texts.consentKinds[each.kind]}: {texts.answers[each.answer]}（{texts.methods[each.method]}）
              {each.proxy} {each.evidence}{' '}
              <span className="soft small">
                <At at={each.recordedAt} /> {each.recordedBy}
              </span>
            </li>
          ))}
        </ul>
      </details>
      {hasRole(session, 'WELFARE_STAFF') && <ConsentForm personId={personId} onRecorded={onRecorded} />}
    </div>
  );
}

function ConsentForm({ personId, onRecorded }: { personId: string; onRecorded: () => void }) {
  const texts = useTexts().register;
  const [kind, setKind] = useState<ConsentKind>('REGISTER_PROVISION');
  const [answer, setAnswer] = useState<ConsentAnswer>('GIVEN');
  const [method, setMethod] = useState<ConsentMethod>('PAPER');
  const [on, setOn] = useState(() => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Tokyo' }));
  const [proxy, setProxy] = useState('');
  const [evidence, setEvidence] = useState('');
  const record = useRecordConsent(personId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (record.isPending) return;
    record.mutate(
      {
        kind,
        answer,
        on,
        method,
        ...(proxy.trim() && { proxy: proxy.trim() }),
        ...(evidence.trim() && { evidence: evidence.trim() }),
      },
      { onSuccess: onRecorded },
    );
  };
  return (
    <details>
      <summary>{texts.consent.record}</summary>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Select label={texts.consent.kind} value={kind} values={kinds} names={texts.consentKinds} onChange={setKind} />
        <Select
          label={texts.consent.answer}
          value={answer}
          values={answers}
          names={texts.answers}
          onChange={setAnswer}
        />
        <Select
          label={texts.consent.method}
          value={method}
          values={methods}
          names={texts.methods}
          onChange={setMethod}
        />
        <Field label={texts.consent.on}>
          {(wiring) => <input {...wiring} type="date" value={on} onChange={(event) => setOn(event.target.value)} />}
        </Field>
        <Field label={texts.consent.proxy}>
          {(wiring) => (
            <input
              {...wiring}
              lang="ja"
              maxLength={100}
              value={proxy}
              onChange={(event) => setProxy(event.target.value)}
            />
          )}
        </Field>
        <Field label={texts.consent.evidence}>
          {(wiring) => (
            <input
              {...wiring}
              lang="ja"
              maxLength={200}
              value={evidence}
              onChange={(event) => setEvidence(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice error={record.error} />
        <Button type="submit" busy={record.isPending}>
          {texts.consent.save}
        </Button>
      </form>
    </details>
  );
}

interface SelectProps<T extends string> {
  label: string;
  value: T;
  values: readonly T[];
  names: Record<T, string>;
  onChange: (value: T) => void;
}

/** One of a few words, chosen from a list. */
export function Select<T extends string>({ label, value, values, names, onChange }: SelectProps<T>) {
  return (
    <Field label={label}>
      {(wiring) => (
        <select {...wiring} value={value} onChange={(event) => onChange(event.target.value as T)}>
          {values.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
