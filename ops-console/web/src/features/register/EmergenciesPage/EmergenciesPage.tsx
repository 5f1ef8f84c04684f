import { type FormEvent, useState } from 'react';
import type { EmergencyAccess, LegalBasis } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';
import { hasRole, useSession } from '../../session/session';
import { LineTable } from '../AccessLogPage/AccessLogPage';
import { DistrictsChoice } from '../DistrictsChoice';
import { useDistrictNames } from '../PeoplePage/PeoplePage';
import { Select } from '../PersonPage/ConsentPanel';
import { useAcknowledge, useDeclare, useEmergencies, useEndEmergency } from '../queries';
import styles from '../register.module.css';
import { RegisterTabs } from '../RegisterTabs/RegisterTabs';

const bases = ['REGISTER_DISASTER', 'PLAN_DISASTER'] as const satisfies readonly LegalBasis[];
type Basis = (typeof bases)[number];

/** Access without consent in a disaster: declared here, ended by the clock, gone through here. */
export function EmergenciesPage() {
  const texts = useTexts().register;
  const session = useSession();
  const emergencies = useEmergencies();
  const mayDeclare = hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER');
  const list = (
    <Panel title={texts.emergency.list} flush>
      <ProblemNotice error={emergencies.error} />
      {emergencies.data?.emergencies.length === 0 && <Empty title={texts.emergency.none} />}
      {emergencies.data?.emergencies.map((each) => (
        <Card key={each.declared.id} emergency={each} />
      ))}
    </Panel>
  );
  return (
    <>
      <RegisterTabs here="emergencies" />
      {mayDeclare ? (
        <div className={styles.grid}>
          <Panel title={texts.emergency.declare}>
            <Declaration />
          </Panel>
          {list}
        </div>
      ) : (
        list
      )}
    </>
  );
}

function Declaration() {
  const texts = useTexts().register;
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState<Basis>('REGISTER_DISASTER');
  const [districts, setDistricts] = useState<string[]>([]);
  const [hours, setHours] = useState(6);
  const declare = useDeclare();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!declare.isPending)
      declare.mutate({ reason: reason.trim(), basis, districts, hours }, { onSuccess: () => setReason('') });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className="soft small">{texts.emergency.what}</p>
      <Field label={texts.emergency.reason} hint={texts.emergency.reasonHint}>
        {(wiring) => (
          <textarea
            {...wiring}
            lang="ja"
            rows={3}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <Select label={texts.emergency.basis} value={basis} values={bases} names={texts.bases} onChange={setBasis} />
      <Field label={texts.emergency.hours}>
        {(wiring) => (
          <input
            {...wiring}
            type="number"
            min={1}
            max={24}
            value={hours}
            onChange={(event) => setHours(Number(event.target.value))}
          />
        )}
      </Field>
      <DistrictsChoice legend={texts.emergency.districts} chosen={districts} onChange={setDistricts} />
      <ProblemNotice error={declare.error} />
      <Button type="submit" look="danger" busy={declare.isPending}>
        {texts.emergency.submit}
      </Button>
    </form>
  );
}

function Card({ emergency }: { emergency: EmergencyAccess }) {
  const texts = useTexts().register;
  const session = useSession();
  const district = useDistrictNames();
  const end = useEndEmergency();
  const { declared, inForce, until } = emergency;
  return (
    <article className={styles.card}>
      <div className={styles.row}>
        <h3>{declared.reason}</h3>
        <StatusMark status={inForce ? 'caution' : declared.acknowledgedBy ? 'success' : 'waiting'}>
          {inForce
            ? texts.emergency.running
            : declared.acknowledgedBy
              ? texts.emergency.acknowledged(declared.acknowledgedBy)
              : texts.emergency.awaiting}
        </StatusMark>
      </div>
      <p className="soft small">
        {texts.bases[declared.basis]}・{declared.districts.map(district).join('・') || texts.emergency.everywhere}・
        <At at={declared.declaredAt} /> {texts.emergency.declaredBy(declared.declaredBy)}・
        {inForce ? texts.emergency.until : texts.emergency.over} <At at={until} />・
        {texts.emergency.looks(declared.looks, declared.people)}
      </p>
      {declared.remark && <p>{declared.remark}</p>}
      {inForce && hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER') && (
        <div>
          <Button busy={end.isPending} onClick={() => end.mutate(declared.id)}>
            {texts.emergency.end}
          </Button>
        </div>
      )}
      <ProblemNotice error={end.error} />
      {hasRole(session, 'WELFARE_STAFF', 'ADMINISTRATOR') && <Report emergency={emergency} />}
    </article>
  );
}

/** What was seen, and the word of somebody who took no part. */
function Report({ emergency }: { emergency: EmergencyAccess }) {
  const texts = useTexts().register;
  const { declared, inForce } = emergency;
  const acknowledge = useAcknowledge();
  const [shown, setShown] = useState(false);
  const [remark, setRemark] = useState('');
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{texts.emergency.report}</summary>
      {shown && <LineTable filter={{ emergency: declared.id }} />}
      {!inForce && !declared.acknowledgedBy && (
        <div className={styles.form}>
          <Field label={texts.emergency.remark}>
            {(wiring) => (
              <input
                {...wiring}
                lang="ja"
                maxLength={500}
                value={remark}
                onChange={(event) => setRemark(event.target.value)}
              />
            )}
          </Field>
          <ProblemNotice error={acknowledge.error} />
          <div>
            <Button
              busy={acknowledge.isPending}
              onClick={() => acknowledge.mutate({ emergencyId: declared.id, remark })}
            >
              {texts.emergency.acknowledge}
            </Button>
          </div>
        </div>
      )}
    </details>
  );
}
