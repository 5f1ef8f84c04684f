import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useChronology } from '../../../api/queries';
import type { ChronologyLine } from '../../../api/types';
import { useLanguage, useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { dayName } from '../../../time/clock';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Choice, Choices, Field } from '../../../ui/Field/Field';
import { More } from '../../../ui/More/More';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { useSession } from '../../session/session';
import { ChainCheck } from '../ChainCheck/ChainCheck';
import { ExportButtons } from '../Export/ExportButtons';
import { Line } from '../Line/Line';
import { type Group, groups, kindsIn, matches } from '../lines';
import styles from './ChronologyPage.module.css';

const groupNames = Object.keys(groups) as Group[];

/** Everything that happened, newest first. */
export function ChronologyPage() {
  const texts = useTexts();
  const session = useSession();
  const [chosen, setChosen] = useState<readonly Group[]>([]);
  const [search, setSearch] = useState('');
  const kinds = useMemo(() => kindsIn(chosen), [chosen]);
  const pages = useChronology(kinds);
  const loaded = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const lines = search.trim() ? loaded.filter((line) => matches(texts, line, search.trim())) : loaded;
  const asOf = pages.data?.pages[0]?.asOf;
  usePageTitle(texts.chronology.title, session.mode);
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.chronology.title}</h1>
        {asOf && <AsOf at={asOf} />}
        <Link href="/scorecard">{texts.scorecard.open}</Link>
      </header>
      <div className={styles.grid}>
        <div className={styles.tools}>
          <Panel title={texts.chronology.filter}>
            <Field label={texts.chronology.search} hint={texts.chronology.searchHint}>
              {(wiring) => (
                <input {...wiring} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
              )}
            </Field>
            <Choices legend={texts.chronology.filter}>
              <div className={styles.groups}>
                {groupNames.map((group) => (
                  <Choice
                    key={group}
                    kind="checkbox"
                    checked={chosen.includes(group)}
                    onChange={(event) =>
                      setChosen(
                        groupNames.filter((each) => (each === group ? event.target.checked : chosen.includes(each))),
                      )
                    }
                  >
                    {texts.chronology.groups[group]}
                  </Choice>
                ))}
              </div>
            </Choices>
            <ExportButtons kinds={kinds} />
            <ChainCheck />
          </Panel>
        </div>
        <section aria-label={texts.chronology.title}>
          {pages.error && <ProblemNotice error={pages.error} onRetry={() => void pages.refetch()} />}
          {pages.isPending && <Skeleton rows={8} />}
          {pages.data && lines.length === 0 && (
            <Empty title={texts.chronology.empty}>{texts.chronology.emptyWhat}</Empty>
          )}
          <Days lines={lines} />
          {pages.data && (
            <div className={styles.more}>
              <span className="soft small" role="status">
                {texts.chronology.loaded(loaded.length)}
              </span>
              <More pages={pages}>{texts.chronology.older}</More>
            </div>
          )}
        </section>
      </div>
    </>
  );
}

function Days({ lines }: { lines: readonly ChronologyLine[] }) {
  const { language } = useLanguage();
  const days = Object.groupBy(lines, (line) => dayName(new Date(line.at), language));
  return Object.entries(days).map(([day, ofDay]) => (
    <section key={day} className={styles.day} aria-label={day}>
      <h2>{day}</h2>
      <ol>
        {ofDay?.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </ol>
    </section>
  ));
}
