import { useState } from 'react';
import { Link } from 'wouter';
import type { AccessLine } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Field } from '../../../ui/Field/Field';
import { More } from '../../../ui/More/More';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../../session/session';
import { type LineFilter, useLines } from '../queries';
import styles from '../register.module.css';
import { RegisterTabs } from '../RegisterTabs/RegisterTabs';

const account = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** Who looked at whom, when, what for. People are numbers here. */
export function AccessLogPage() {
  const texts = useTexts().register.log;
  const [who, setWho] = useState('');
  return (
    <>
      <RegisterTabs here="log" />
      <div className={styles.grid}>
        <Panel title={texts.filter}>
          <p className="soft small">{texts.what}</p>
          <Field label={texts.account}>
            {(wiring) => (
              <input
                {...wiring}
                autoComplete="off"
                autoCapitalize="off"
                value={who}
                onChange={(event) => setWho(event.target.value.trim())}
              />
            )}
          </Field>
        </Panel>
        <Panel title={texts.title} flush>
          <LineTable filter={account.test(who) ? { account: who } : {}} />
        </Panel>
      </div>
    </>
  );
}

/** Lines of the access log, newest first. */
export function LineTable({ filter }: { filter: LineFilter }) {
  const texts = useTexts().register.log;
  const pages = useLines(filter);
  const lines = pages.data?.pages.flatMap((page) => page.lines) ?? [];
  if (pages.error) return <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />;
  if (pages.isPending) return <Skeleton rows={6} />;
  if (lines.length === 0) return <Empty title={texts.none} />;
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.at}</th>
              <th scope="col">{texts.who}</th>
              <th scope="col">{texts.whom}</th>
              <th scope="col">{texts.groups}</th>
              <th scope="col">
                {texts.purpose}・{texts.basis}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.number} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      <More pages={pages}>{texts.older}</More>
    </>
  );
}

function Row({ line }: { line: AccessLine }) {
  const texts = useTexts().register;
  const session = useSession();
  const number = line.subject.slice(0, 8);
  return (
    <tr>
      <td className={styles.whole}>
        <At at={line.at} seconds />
      </td>
      <td className={styles.whole}>
        {line.account}
        <div className="soft small">{texts.log.from(line.address)}</div>
      </td>
      <td className={`${styles.whole} ${styles.mono}`}>
        {line.subjectKind === 'PERSON' && hasRole(session, 'WELFARE_STAFF') ? (
          <Link className="standalone" href={`/people/${line.subject}`}>
            {number}
          </Link>
        ) : (
          number
        )}
        {line.subjectKind === 'SUPPORTER' && <div className="soft small">{texts.log.supporter}</div>}
      </td>
      <td>{line.groups.map((group) => texts.groups[group]).join('・')}</td>
      <td>
        {texts.purposes[line.purpose]}
        <div className="soft small">
          {texts.bases[line.basis]}
          {line.emergency && ` ${texts.log.emergency}`}
          {line.export && ` ${texts.log.export}`}
        </div>
      </td>
    </tr>
  );
}
