import { useState } from 'react';
import { Link } from 'wouter';
import { useDispatches } from '../../../api/queries';
import type { DispatchSummary } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { AsOf, At } from '../../../ui/AsOf/AsOf';
import buttons from '../../../ui/Button/Button.module.css';
import { Icon } from '../../../ui/Icon/Icon';
import { LevelShape, toLevel } from '../../../ui/LevelBadge/LevelBadge';
import { More } from '../../../ui/More/More';
import { Empty } from '../../../ui/Notice/Notice';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../../session/session';
import { MediumStanding } from '../Board/MediumStanding';
import { DispatchStateMark } from '../DispatchStateMark';
import { authorText } from '../people';
import styles from './DispatchListPage.module.css';

/** Drafts and dispatches, newest first. */
export function DispatchListPage() {
  const texts = useTexts();
  const session = useSession();
  const [shown, setShown] = useState<'all' | 'open'>('all');
  const pages = useDispatches(shown === 'open');
  const dispatches = pages.data?.pages.flatMap((page) => page.dispatches) ?? [];
  const asOf = pages.data?.pages[0]?.asOf;
  usePageTitle(texts.dispatch.title, session.mode);
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.dispatch.title}</h1>
        {asOf && <AsOf at={asOf} />}
        <Segmented
          legend={texts.dispatch.show}
          silent
          value={shown}
          options={[
            { value: 'all', label: texts.dispatch.all },
            { value: 'open', label: texts.dispatch.openOnly },
          ]}
          onChange={setShown}
        />
        {hasRole(session, 'DUTY_OFFICER') && (
          <Link href="/notices/new" className={`${buttons['button']} ${styles.write}`}>
            <Icon name="pen" />
            {texts.situation.writeNotice}
          </Link>
        )}
      </header>
      {pages.error && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton rows={6} />}
      {pages.data && dispatches.length === 0 && (
        <Empty title={shown === 'open' ? texts.dispatch.emptyOpen : texts.dispatch.empty}>
          {texts.dispatch.emptyWhat}
        </Empty>
      )}
      {asOf && dispatches.length > 0 && <Table dispatches={dispatches} asOf={asOf} />}
      {pages.hasNextPage && (
        <p className={styles.more}>
          <More pages={pages} />
        </p>
      )}
    </>
  );
}

function Table({ dispatches, asOf }: { dispatches: readonly DispatchSummary[]; asOf: string }) {
  const texts = useTexts();
  const { columns } = texts.dispatch;
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{texts.dispatch.title}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.media}</th>
          <th scope="col">{columns.author}</th>
          <th scope="col">{columns.time}</th>
        </tr>
      </thead>
      <tbody>
        {dispatches.map((dispatch) => (
          <Row key={dispatch.id} dispatch={dispatch} asOf={asOf} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ dispatch, asOf }: { dispatch: DispatchSummary; asOf: string }) {
  const texts = useTexts();
  const level = toLevel(dispatch.level);
  return (
    <tr>
      <td className={styles.number}>{dispatch.number}</td>
      <th scope="row">
        <Link href={`/dispatches/${dispatch.id}`} className={styles.link}>
          {level && <LevelShape level={level} />}
          <span>{dispatch.title}</span>
        </Link>
        {dispatch.corrects && <span className={styles.tag}>{texts.dispatch.correction}</span>}
      </th>
      <td>
        <DispatchStateMark state={dispatch.state} reach={dispatch.reach} />
      </td>
      <td>
        <Media dispatch={dispatch} asOf={asOf} />
      </td>
      <td>
        {authorText(texts, dispatch)}
        {dispatch.approverName && (
          <span className={styles.approver}>{texts.dispatch.approvedBy(dispatch.approverName)}</span>
        )}
      </td>
      <td className={styles.time}>
        <At at={dispatch.updatedAt} />
      </td>
    </tr>
  );
}

/** The media by name; one that is behind, or did not reach everybody, has a line of its own. */
function Media({ dispatch, asOf }: { dispatch: DispatchSummary; asOf: string }) {
  const texts = useTexts();
  const over = Date.parse(dispatch.expiresAt) < Date.parse(asOf);
  const behind = dispatch.reach.filter((row) => row.waiting + row.refused + row.unknown > 0);
  const others = dispatch.media.filter((medium) => !behind.some((row) => row.medium === medium));
  return (
    <>
      {others.map((medium) => texts.medium[medium]).join(' ・ ')}
      {behind.map((row) => (
        <span key={row.medium} className={styles.behind}>
          {texts.medium[row.medium]} <MediumStanding row={{ ...row, late: over && row.waiting > 0 }} />{' '}
          <BehindBy row={row} />
        </span>
      ))}
    </>
  );
}

/** How many people; the page and the radio have none that could be counted. */
function BehindBy({ row }: { row: DispatchSummary['reach'][number] }) {
  const texts = useTexts();
  if (row.medium === 'WEB' || row.medium === 'RADIO') return null;
  const people = row.waiting || row.unknown || row.refused;
  return <span>{texts.common.people(people)}</span>;
}
