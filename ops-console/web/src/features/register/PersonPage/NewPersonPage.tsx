import { type FormEvent, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Icon } from '../../../ui/Icon/Icon';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { hasRole, useSession } from '../../session/session';
import { useEnter } from '../queries';
import styles from '../register.module.css';
import { RegisterTabs } from '../RegisterTabs/RegisterTabs';
import { Select } from './ConsentPanel';
import { type Draft, nobody, tidied } from './personDraft';
import { Line, PersonFields } from './PersonFields';

/** Somebody no extract brought, for instance because they came forward themselves. */
export function NewPersonPage() {
  const texts = useTexts().register.person;
  const session = useSession();
  if (!hasRole(session, 'WELFARE_STAFF')) return <Redirect to="/people" replace />;
  return (
    <>
      <RegisterTabs here="people" />
      <p>
        <Link className="standalone" href="/people">
          <Icon name="back" /> {texts.back}
        </Link>
      </p>
      <Panel title={texts.enter}>
        <NewPerson />
      </Panel>
    </>
  );
}

const sexes = ['FEMALE', 'MALE', 'NOT_SAID'] as const;

function NewPerson() {
  const texts = useTexts().register.person;
  const [, go] = useLocation();
  const [draft, setDraft] = useState<Draft>(nobody);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const enter = useEnter();
  const { identity, condition } = draft;
  const setIdentity = (change: Partial<Draft['identity']>) =>
    setDraft({ ...draft, identity: { ...identity, ...change } });
  const missing = (value: string) => (tried && value.trim() === '' ? texts.enterMissing : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const all = [identity.reference, identity.name, identity.kana, identity.address, reason];
    if (enter.isPending || all.some((each) => each.trim() === '')) return;
    const { state: _, ...person } = tidied(draft);
    enter.mutate({ ...person, reason: reason.trim() }, { onSuccess: ({ id }) => go(`/people/${id}`) });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="soft small">{texts.enterWhat}</p>
      {tried && enter.isIdle && (
        <p role="alert" className="small">
          {texts.enterNeeds}
        </p>
      )}
      <div className={styles.pair}>
        <Line
          label={texts.fields.reference}
          hint={texts.enterReference}
          error={missing(identity.reference)}
          value={identity.reference}
          onChange={(reference) => setIdentity({ reference })}
        />
        <Line
          label={texts.fields.reasons}
          hint={texts.enterReasons}
          value={condition.reasons.join('、')}
          onChange={(written) => setDraft({ ...draft, condition: { ...condition, reasons: reasonsIn(written) } })}
        />
        <Field label={texts.fields.birthDate}>
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              value={identity.birthDate ?? ''}
              onChange={(event) => setIdentity({ birthDate: event.target.value })}
            />
          )}
        </Field>
        <Select
          label={texts.fields.sex}
          value={identity.sex}
          values={sexes}
          names={texts.sexes}
          onChange={(sex) => setIdentity({ sex })}
        />
      </div>
      <PersonFields draft={draft} missing={missing} onChange={setDraft} />
      <Line
        label={texts.enterReason}
        hint={texts.reasonHint}
        error={missing(reason)}
        value={reason}
        onChange={setReason}
      />
      <ProblemNotice error={enter.error} />
      <Button type="submit" look="primary" busy={enter.isPending}>
        {texts.enterSave}
      </Button>
    </form>
  );
}

/** Several reasons are divided by a comma; while somebody writes, the last may still be empty. */
function reasonsIn(written: string): string[] {
  return written === '' ? [] : written.split(/[、,]/);
}
