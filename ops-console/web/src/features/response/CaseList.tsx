import { useState } from 'react';
import { Link } from 'wouter';
import type { CaseLine, NamedCase, ResponsePage } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Icon } from '../../ui/Icon/Icon';
import { More } from '../../ui/More/More';
import { Empty } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Segmented } from '../../ui/Segmented/Segmented';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { Unprinted } from '../../ui/Unprinted/Unprinted';
import { hasRole, useSession } from '../session/session';
import { CaseMark, RiskWords } from './marks';
import { useCases, useNames, type Which } from './queries';
import styles from './CaseList.module.css';
import room from './response.module.css';
import { isEverybodySafe } from './standing';

/** The list. It names nobody until somebody asks for it, for each look is recorded. */
export function CaseList({ page, district }: { page: ResponsePage; district: string }) {
  const response = page.response.id;
  const { ended } = page.figures;
  const all = useTexts();
  const texts = all.response.list;
  const titles = { NOT_YET_SAFE: texts.title, SAFE: texts.safe, ENDED: texts.ended };
  const [which, setWhich] = useState<Which>(() => firstLook(page));
  const asked = useCases(response, which, district);
  const [named, setNamed] = useState<ReadonlyMap<string, NamedCase>>(new Map());
  const lines = asked.data?.pages.flatMap((page) => page.lines) ?? [];
  const total = asked.data?.pages[0]?.total ?? 0;
  return (
    <Panel title={titles[which]} aside={<span role="status">{texts.count(total)}</span>} flush>
      <div className={styles.tools}>
        <Segmented
          legend={texts.which}
          silent
          value={which}
          options={[
            { value: 'NOT_YET_SAFE', label: texts.notYetSafeShort },
            { value: 'SAFE', label: texts.safeShort },
            ...(ended > 0 ? [{ value: 'ENDED' as const, label: texts.endedShort }] : []),
          ]}
          onChange={setWhich}
        />
        {lines.length > 0 && <Names lines={lines} named={named} onNamed={setNamed} />}
      </div>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton rows={5} />}
      {asked.data && lines.length === 0 && (
        <Empty title={which === 'NOT_YET_SAFE' && isEverybodySafe(page) ? texts.emptyAll : texts.empty} />
      )}
      {lines.length > 0 && named.size === 0 && <Rows lines={lines} named={named} />}
      {lines.length > 0 && named.size > 0 && (
        <Unprinted>
          <Rows lines={lines} named={named} />
        </Unprinted>
      )}
      {asked.hasNextPage && (
        <p className={room.more}>
          <More pages={asked} />
        </p>
      )}
    </Panel>
  );
}

/** Of a response that is over, those nobody heard of are what is left to do. */
function firstLook({ response, figures }: ResponsePage): Which {
  if (!response.endedAt) return 'NOT_YET_SAFE';
  return figures.ended > 0 ? 'ENDED' : 'SAFE';
}

interface NamesProps {
  lines: readonly CaseLine[];
  named: ReadonlyMap<string, NamedCase>;
  onNamed: (named: ReadonlyMap<string, NamedCase>) => void;
}

function Names({ lines, named, onNamed }: NamesProps) {
  const texts = useTexts().response;
  const session = useSession();
  const names = useNames();
  const unnamed = lines.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  const basis = hasRole(session, 'WELFARE_STAFF') ? texts.basis.WELFARE : texts.basis.OFFICER;
  return (
    <div className={styles.names}>
      {unnamed.length > 0 && (
        <Button
          icon="people"
          busy={names.isPending}
          onClick={() =>
            names.mutate(unnamed.slice(0, 200), {
              onSuccess: ({ people }) =>
                onNamed(new Map([...named, ...people.map((each) => [each.caseId, each] as const)])),
            })
          }
        >
          {texts.list.showNames}
        </Button>
      )}
      {named.size > 0 && (
        <Button look="quiet" onClick={() => onNamed(new Map())}>
          {texts.list.hideNames}
        </Button>
      )}
      <p className="soft small">
        {named.size > 0 && unnamed.length === 0 ? texts.list.namesShown : texts.list.namesWhat} {basis}
      </p>
      <ProblemNotice error={names.error} />
    </div>
  );
}

function Rows({ lines, named }: { lines: readonly CaseLine[]; named: ReadonlyMap<string, NamedCase> }) {
  const texts = useTexts().response;
  const { columns } = texts.list;
  return (
    <table className={styles.cases}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.why}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.district}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const who = named.get(line.id);
          return (
            <tr key={line.id} data-help={line.helpWanted || undefined}>
              <th scope="row">
                <Link href={`/response/cases/${line.id}`} aria-label={texts.list.open(line.number)}>
                  {texts.case.title(line.number)}
                  <Icon name="forward" size={16} />
                </Link>
                {who && (
                  <span className={styles.who}>
                    <ruby>
                      {who.name}
                      <rt>{who.kana}</rt>
                    </ruby>
                    <span className={room.under}>{who.address}</span>
                    {who.phone && <a href={`tel:${who.phone}`}>{who.phone}</a>}
                  </span>
                )}
              </th>
              <td>
                <RiskWords line={line} />
              </td>
              <td>
                <CaseMark line={line} />
                <span className={room.under}>
                  <At at={line.changedAt} />
                  {texts.list.since}
                </span>
              </td>
              <td>{line.districts.map(({ name }) => name).join('・')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
