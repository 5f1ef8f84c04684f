import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { ImportSummary } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Field } from '../../ui/Field/Field';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../session/session';
import { Counts } from './Counts';
import { FactFields } from './FactFields';
import { type Facts, kinds, type OfferedKind } from './facts';
import { ImportStateMark } from './ImportStateMark';
import styles from './imports.module.css';
import { useImports, usePropose } from './queries';

/** Files of one kind of place on their way in. */
export function ImportsPage({ kind }: { kind: OfferedKind }) {
  const texts = useTexts().imports;
  const session = useSession();
  const imports = useImports(kind);
  usePageTitle(texts.titleOf[kind], session.mode);
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.titleOf[kind]}</h1>
        <Link href="/sites">{texts.back}</Link>
        <nav aria-label={texts.kinds.label}>
          <ul className={styles.tabs}>
            {kinds.map((each) => (
              <li key={each}>
                <Link
                  href={`/imports/of/${each}`}
                  className={styles.tab}
                  aria-current={each === kind ? 'page' : undefined}
                >
                  {texts.kinds[each]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <div className={styles.grid}>
        <Panel title={texts.upload}>
          {hasRole(session, 'DUTY_OFFICER', 'ADMINISTRATOR') ? (
            <Upload kind={kind} />
          ) : (
            <p className="soft">{texts.mayNot}</p>
          )}
        </Panel>
        <Panel title={texts.recent} flush>
          <ProblemNotice error={imports.error} />
          {imports.isPending && <Skeleton rows={3} />}
          {imports.data?.imports.length === 0 && <Empty title={texts.none} />}
          {imports.data?.imports.map((each) => (
            <Card key={each.id} summary={each} />
          ))}
        </Panel>
      </div>
    </>
  );
}

function Upload({ kind }: { kind: OfferedKind }) {
  const texts = useTexts().imports;
  const [, go] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [facts, setFacts] = useState<Facts>({});
  const propose = usePropose(kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file && !propose.isPending) propose.mutate({ file, facts }, { onSuccess: ({ id }) => go(`/imports/${id}`) });
  };
  return (
    <form className={styles.stack} onSubmit={submit}>
      <p className="soft small">{texts.uploadWhat}</p>
      <Field label={texts.file} hint={texts.fileHint[kind]}>
        {(wiring) => <input {...wiring} type="file" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />}
      </Field>
      <FactFields kind={kind} facts={facts} onChange={setFacts} />
      <ProblemNotice error={propose.error} />
      <div>
        <Button type="submit" look="primary" busy={propose.isPending} aria-disabled={!file}>
          {texts.propose}
        </Button>
      </div>
    </form>
  );
}

function Card({ summary }: { summary: ImportSummary }) {
  const texts = useTexts().imports;
  return (
    <article className={styles.card}>
      <div className={styles.line}>
        <ImportStateMark state={summary.state} />
        <Link href={`/imports/${summary.id}`}>{summary.fileName}</Link>
        <span className="soft small">
          <At at={summary.proposed.at} /> {texts.proposedBy(summary.proposed.by)}
        </span>
      </div>
      <Counts summary={summary} />
    </article>
  );
}
