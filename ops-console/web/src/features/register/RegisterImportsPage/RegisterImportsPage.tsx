import { type FormEvent, useState } from 'react';
import type { RegisterExtracts, RegisterImport, RegisterOutcome } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';
import { type Decision, useDecide, useImports, useProposal, usePropose } from '../queries';
import styles from '../register.module.css';
import { RegisterTabs } from '../RegisterTabs/RegisterTabs';

type FileKind = RegisterExtracts['files'][number]['kind'];

const fileKinds: readonly FileKind[] = ['RESIDENT', 'CARE', 'DISABILITY'];
const outcomes: readonly RegisterOutcome[] = ['ADDED', 'CHANGED', 'UNCHANGED', 'MISSING', 'NOT_LISTED', 'REFUSED'];
const looks = { PROPOSED: 'waiting', APPROVED: 'success', REJECTED: 'off', UNDONE: 'off' } as const;

/** Extracts of other offices: what would change, and the decision of a second person. */
export function RegisterImportsPage() {
  const texts = useTexts().register.imports;
  const imports = useImports();
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <>
      <RegisterTabs here="imports" />
      <div className={styles.grid}>
        <Panel title={texts.title}>
          <ExtractForm onProposed={setOpened} />
        </Panel>
        <div className={styles.stack}>
          <Panel title={texts.list} flush>
            <ProblemNotice error={imports.error} />
            {imports.data?.imports.length === 0 && <Empty title={texts.none} />}
            {imports.data?.imports.map((each) => (
              <Card key={each.id} summary={each} onOpen={() => setOpened(each.id)} />
            ))}
          </Panel>
          {opened && (
            <Panel title={texts.rows} flush>
              <Rows importId={opened} />
            </Panel>
          )}
        </div>
      </div>
    </>
  );
}

function ExtractForm({ onProposed }: { onProposed: (id: string) => void }) {
  const texts = useTexts().register.imports;
  const [files, setFiles] = useState<Partial<Record<FileKind, File>>>({});
  const propose = usePropose();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (propose.isPending) return;
    const read = await Promise.all(
      fileKinds.flatMap((kind) => {
        const file = files[kind];
        return file ? [base64(file).then((content) => ({ kind, name: file.name, content }))] : [];
      }),
    );
    if (read.length > 0) propose.mutate({ files: read }, { onSuccess: ({ id }) => onProposed(id) });
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className="soft small">{texts.what}</p>
      {fileKinds.map((kind) => (
        <Field key={kind} label={texts.files[kind]}>
          {(wiring) => (
            <input
              {...wiring}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) setFiles((before) => ({ ...before, [kind]: file }));
              }}
            />
          )}
        </Field>
      ))}
      <ProblemNotice error={propose.error} />
      <Button type="submit" look="primary" busy={propose.isPending}>
        {texts.submit}
      </Button>
    </form>
  );
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function Card({ summary, onOpen }: { summary: RegisterImport; onOpen: () => void }) {
  const texts = useTexts().register.imports;
  const decide = useDecide();
  const press = (decision: Decision) => () => decide.mutate({ importId: summary.id, decision });
  return (
    <article className={styles.card}>
      <div className={styles.row}>
        <h3>{summary.files.join('・')}</h3>
        <StatusMark status={looks[summary.state]}>{texts.states[summary.state]}</StatusMark>
      </div>
      <p className="soft small">
        <At at={summary.proposedAt} /> {summary.proposedBy}
        {summary.decidedBy && ` → ${summary.decidedBy}`}
      </p>
      <p className={styles.row}>
        {outcomes.flatMap((outcome) =>
          summary.counts[outcome]
            ? [<span key={outcome}>{`${texts.outcomes[outcome]} ${summary.counts[outcome]}`}</span>]
            : [],
        )}
      </p>
      <div className={styles.row}>
        <Button onClick={onOpen}>{texts.open}</Button>
        {summary.state === 'PROPOSED' && (
          <>
            <Button look="primary" busy={decide.isPending} onClick={press('approval')}>
              {texts.approve}
            </Button>
            <Button busy={decide.isPending} onClick={press('rejection')}>
              {texts.reject}
            </Button>
          </>
        )}
        {summary.state === 'APPROVED' && (
          <Button look="danger" busy={decide.isPending} onClick={press('undoing')}>
            {texts.undo}
          </Button>
        )}
      </div>
      <ProblemNotice error={decide.error} />
    </article>
  );
}

function Rows({ importId }: { importId: string }) {
  const all = useTexts().register;
  const texts = all.imports;
  const proposal = useProposal(importId);
  if (proposal.error) return <ProblemNotice error={proposal.error} />;
  if (!proposal.data) return <Skeleton rows={6} />;
  const rows = proposal.data.rows.filter(({ outcome }) => outcome !== 'UNCHANGED' && outcome !== 'NOT_LISTED');
  return (
    <>
      <p className="soft small">
        {all.look.recorded}。{texts.hiddenRows}
      </p>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.rows}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.row}</th>
              <th scope="col">{all.columns.name}</th>
              <th scope="col">{texts.outcome}</th>
              <th scope="col">{texts.kinds}</th>
              <th scope="col">{texts.reasons}</th>
              <th scope="col">{texts.doubts}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.row}-${row.person}`}>
                <td>{row.row}</td>
                <th scope="row">{row.name}</th>
                <td>{texts.outcomes[row.outcome]}</td>
                <td>{row.kinds.map((kind) => all.changes[kind]).join('・')}</td>
                <td>{row.reasons.join('・')}</td>
                <td>{row.doubts.map((doubt) => texts.doubtNames[doubt]).join('・')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
