import { useState } from 'react';
import { Link } from 'wouter';
import type { Tablet } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { AsOf, At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Field } from '../../ui/Field/Field';
import { Icon } from '../../ui/Icon/Icon';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { hasRole, useSession } from '../session/session';
import { useShelters } from '../shelters/queries';
import { useLockTablet, useTablets } from './queries';
import styles from './tally.module.css';

/** The tablets of the shelters: how long ago each spoke, what it still holds, and locking a lost one out. */
export function TabletsPage() {
  const texts = useTexts().tally;
  const session = useSession();
  const asked = useTablets(hasRole(session, 'DUTY_OFFICER', 'SHELTER_STAFF', 'ADMINISTRATOR'));
  usePageTitle(texts.tablets.title, session.mode);
  return (
    <>
      <Link href="/shelters" className="standalone">
        <Icon name="back" />
        {texts.back}
      </Link>
      <h1>{texts.tablets.title}</h1>
      <p>
        {texts.tablets.how} <a href="/tablet/">{texts.tablets.open}</a>
      </p>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data?.tablets.length === 0 && <Empty title={texts.tablets.none} />}
      {asked.data && asked.data.tablets.length > 0 && <List tablets={asked.data.tablets} />}
    </>
  );
}

function List({ tablets }: { tablets: readonly Tablet[] }) {
  const texts = useTexts().tally.tablets;
  const session = useSession();
  const names = new Map(useShelters().data?.shelters.map(({ id, name }) => [id, name]));
  const may = hasRole(session, 'DUTY_OFFICER', 'ADMINISTRATOR');
  return (
    <Panel title={texts.list} flush>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.shelter}</th>
            <th scope="col">{texts.lastSeen}</th>
            <th scope="col">{texts.unsent}</th>
            <th scope="col">{texts.state}</th>
          </tr>
        </thead>
        <tbody>
          {tablets.map((tablet) => (
            <tr key={tablet.device}>
              <th scope="row">{tablet.name}</th>
              <td>{names.get(tablet.shelter) ?? tablet.shelter}</td>
              <td>
                <AsOf at={tablet.lastSeen} freshFor={600} />
              </td>
              <td>{texts.events(tablet.unsent)}</td>
              <td>
                {tablet.probed && !tablet.lock && (
                  <p className={styles.dark}>
                    <Icon name="unknown" />
                    <span>
                      {texts.probed} (<At at={tablet.probed} />)
                    </span>
                  </p>
                )}
                {tablet.lock ? <Locked lock={tablet.lock} /> : may && <Lock tablet={tablet} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Locked({ lock }: { lock: NonNullable<Tablet['lock']> }) {
  const texts = useTexts().tally.tablets;
  return (
    <>
      {texts.locked(lock.reason)} (<At at={lock.at} />)
    </>
  );
}

function Lock({ tablet }: { tablet: Tablet }) {
  const texts = useTexts().tally.tablets;
  const [reason, setReason] = useState<string>();
  const lock = useLockTablet();
  if (reason === undefined) return <Button onClick={() => setReason('')}>{texts.lock(tablet.name)}</Button>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        lock.mutate({ device: tablet.device, reason });
      }}
    >
      <Field label={texts.reason} hint={texts.reasonHint}>
        {(props) => (
          <input
            {...props}
            value={reason}
            required
            maxLength={200}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {lock.error && <ProblemNotice error={lock.error} />}
      <Button type="submit">{texts.lockNow}</Button>
    </form>
  );
}
