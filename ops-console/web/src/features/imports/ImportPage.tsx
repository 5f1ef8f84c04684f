import { useState } from 'react';
import { Link } from 'wouter';
import type { ImportSummary, RowChange } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { More } from '../../ui/More/More';
import { Empty, Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Segmented } from '../../ui/Segmented/Segmented';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../session/session';
import { Counts, changes } from './Counts';
import { ImportRows } from './ImportRows';
import { ImportStateMark } from './ImportStateMark';
import styles from './imports.module.css';
import { useDecide, useImport, useImportRows } from './queries';

/** What a file would change, row by row, and the decision of a second person. */
export function ImportPage({ importId }: { importId: string }) {
  const texts = useTexts().imports;
  const session = useSession();
  const asked = useImport(importId);
  usePageTitle(texts.title, session.mode);
  const summary = asked.data;
  if (!summary) return asked.error ? <ProblemNotice error={asked.error} /> : <Skeleton rows={6} />;
  return (
    <>
      <header className={styles.head}>
        <h1>{summary.fileName}</h1>
        <Link href={`/imports/of/${summary.kind}`}>{texts.titleOf[summary.kind]}</Link>
      </header>
      <div className={styles.stack}>
        <Panel title={texts.titleOf[summary.kind]}>
          <div className={styles.stack}>
            <div className={styles.line}>
              <ImportStateMark state={summary.state} />
              <span className="soft small">
                <At at={summary.proposed.at} /> {texts.proposedBy(summary.proposed.by)}
              </span>
            </div>
            <Description summary={summary} />
            <Counts summary={summary} />
            <Decisions summary={summary} />
          </div>
        </Panel>
        <Rows importId={importId} summary={summary} />
      </div>
    </>
  );
}

/** What the hub understood of the file as a whole. */
function Description({ summary }: { summary: ImportSummary }) {
  const { imports: texts, sites } = useTexts();
  const said = Object.entries(summary.description).filter(([name]) => name in texts.described);
  const kinds: Record<string, string> = { ...sites.hazards, ...texts.facilities };
  return (
    <dl className={styles.said}>
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{texts.described[name]}</dt>
          <dd>{kinds[value] ?? value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decisions({ summary }: { summary: ImportSummary }) {
  const texts = useTexts().imports;
  const session = useSession();
  const decide = useDecide(summary.id);
  const may = hasRole(session, 'APPROVER', 'ADMINISTRATOR');
  const own = summary.proposed.by === session.account;
  return (
    <>
      {summary.state === 'PROPOSED' && may && own && <p>{texts.ownProposal}</p>}
      {summary.state === 'PROPOSED' && !may && <p>{texts.needsApprover}</p>}
      <div className={styles.line}>
        {summary.state === 'PROPOSED' && may && !own && (
          <Button look="primary" busy={decide.isPending} onClick={() => decide.mutate('approval')}>
            {texts.approve}
          </Button>
        )}
        {summary.state === 'PROPOSED' && may && (
          <Button busy={decide.isPending} onClick={() => decide.mutate('rejection')}>
            {texts.reject}
          </Button>
        )}
        {summary.state === 'APPROVED' && may && (
          <Button look="danger" busy={decide.isPending} onClick={() => decide.mutate('undoing')}>
            {texts.undo}
          </Button>
        )}
      </div>
      <ProblemNotice error={decide.error} />
      {decide.isSuccess && summary.state === 'APPROVED' && <Notice tone="success">{texts.approved}</Notice>}
      {decide.isSuccess && summary.state === 'REJECTED' && <Notice tone="info">{texts.rejected}</Notice>}
      {decide.isSuccess && summary.state === 'UNDONE' && <Notice tone="info">{texts.undone}</Notice>}
    </>
  );
}

function Rows({ importId, summary }: { importId: string; summary: ImportSummary }) {
  const texts = useTexts().imports;
  const [change, setChange] = useState<RowChange | 'ALL'>('ALL');
  const asked = useImportRows(importId, change);
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Panel
      title={texts.rows}
      aside={
        <Segmented
          legend={texts.change}
          silent
          value={change}
          onChange={setChange}
          options={[
            { value: 'ALL', label: texts.all },
            ...changes.map((each) => ({
              value: each,
              label: `${texts.changes[each]} ${summary.counts[each] ?? 0}`,
            })),
          ]}
        />
      }
      flush
    >
      <ProblemNotice error={asked.error} />
      {asked.isPending && <Skeleton rows={5} />}
      {asked.data && rows.length === 0 && <Empty title={texts.noRows} />}
      {rows.length > 0 && <ImportRows rows={rows} />}
      {asked.hasNextPage && (
        <div className={styles.foot}>
          <More pages={asked}>{texts.more}</More>
        </div>
      )}
    </Panel>
  );
}
