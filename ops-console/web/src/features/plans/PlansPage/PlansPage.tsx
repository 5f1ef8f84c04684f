import { type FormEvent, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import type { Look } from '../../register/Look/look';
import { LookGate } from '../../register/Look/LookGate';
import { useRegister } from '../../register/queries';
import { RegisterTabs } from '../../register/RegisterTabs/RegisterTabs';
import { writeDay } from '../../../time/era';
import { StateMark, WhyList } from '../marks';
import {
  hazards,
  type PlanHealth,
  type PlanLine,
  type PlanReason,
  type PlanSeverity,
  type PlanState,
  severities,
} from '../plan';
import styles from '../plans.module.css';
import { PrintList } from './PrintList';
import { pageSize, type PlanFilter, useExamine, usePlanHealth, usePlans } from '../queries';

/** The worklist of plans, the worst first, and how each district stands. */
export function PlansPage() {
  const person = new URLSearchParams(useSearch()).get('person');
  const texts = useTexts().plans;
  return (
    <>
      <RegisterTabs here="plans" />
      <p>
        <Link className="standalone" href="/plans/device">
          {texts.device.open}
        </Link>
      </p>
      <LookGate>
        {(look) => <Desk key={`${JSON.stringify(look)} ${person}`} look={look} person={person ?? undefined} />}
      </LookGate>
    </>
  );
}

interface Wanted {
  filter: PlanFilter;
  offset: number;
}

function Desk({ look, person }: { look: Look; person: string | undefined }) {
  const texts = useTexts().plans.list;
  const [wanted, setWanted] = useState<Wanted | null>(person ? { filter: { person }, offset: 0 } : null);
  const health = usePlanHealth();
  const page = usePlans(look, wanted?.filter ?? {}, wanted?.offset ?? 0, wanted !== null);
  const choose = (district: string) => setWanted({ filter: { district }, offset: 0 });
  return (
    <div className={styles.stack}>
      {person && <Begin person={person} />}
      <Panel title={texts.filter}>
        <FilterForm
          key={`${wanted?.filter.district} ${wanted?.filter.reason}`}
          start={wanted?.filter ?? {}}
          onShow={(filter) => setWanted({ filter, offset: 0 })}
        />
      </Panel>
      {wanted && (
        <Panel title={texts.results} aside={page.data && <AsOf at={page.data.asOf} freshFor={600} />} flush>
          {page.error && <ProblemNotice error={page.error} onRetry={() => void page.refetch()} />}
          {page.isFetching && <Skeleton rows={6} />}
          {page.data && page.data.items.length === 0 && <Empty title={texts.none}>{texts.noneWhat}</Empty>}
          {page.data && page.data.items.length > 0 && <PlanTable lines={page.data.items} />}
          {page.data && page.data.total > 0 && wanted.filter.district && wanted.filter.hazard && (
            <div className={styles.card}>
              <PrintList look={look} district={wanted.filter.district} hazard={wanted.filter.hazard} />
            </div>
          )}
          {page.data && page.data.total > 0 && (
            <Pages wanted={wanted} total={page.data.total} onMove={(offset) => setWanted({ ...wanted, offset })} />
          )}
        </Panel>
      )}
      {health.error && <ProblemNotice error={health.error} onRetry={() => void health.refetch()} />}
      {health.data && (
        <ReasonsPanel health={health.data} onChoose={(reason) => setWanted({ filter: { reason }, offset: 0 })} />
      )}
      {health.data && <HealthPanel health={health.data} onChoose={choose} />}
    </div>
  );
}

/** For which dangers a plan of somebody can be begun; one that is there already is said and opened instead. */
function Begin({ person }: { person: string }) {
  const texts = useTexts().plans;
  return (
    <Panel title={texts.page.create}>
      <ul className={styles.tabs}>
        {hazards.map((hazard) => (
          <li key={hazard}>
            <Link className={styles.tab} href={`/plans/new/${person}/${hazard}`}>
              {texts.hazards[hazard]}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FilterForm({ start, onShow }: { start: PlanFilter; onShow: (filter: PlanFilter) => void }) {
  const all = useTexts().plans;
  const texts = all.list;
  const districts = useRegister().data?.districts ?? [];
  const [filter, setFilter] = useState<Record<string, string>>({ ...start });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onShow(Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')) as PlanFilter);
  };
  const names = <T extends string>(values: readonly T[], words: Record<T, string>) =>
    values.map((value) => [value, words[value]] as const);
  const choices = [
    ['district', texts.district, districts.map(({ district }) => [district.code, district.name] as const)],
    ['state', texts.state, names(Object.keys(all.states) as PlanState[], all.states)],
    [
      'severity',
      texts.severity,
      severities.slice(0, 3).map((each: PlanSeverity) => [each, texts.atLeast(all.severities[each])] as const),
    ],
    ['reason', texts.reason, names(Object.keys(all.reasons) as PlanReason[], all.reasons)],
    ['hazard', texts.hazard, names(hazards, all.hazards)],
  ] as const;
  return (
    <form className={styles.stack} onSubmit={submit} role="search">
      <div className={styles.pair}>
        {choices.map(([name, label, options]) => (
          <Field key={name} label={label}>
            {(wiring) => (
              <select
                {...wiring}
                value={filter[name] ?? ''}
                onChange={(event) => setFilter({ ...filter, [name]: event.target.value })}
              >
                <option value="">{texts.any}</option>
                {options.map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      <div className={styles.row}>
        <Button type="submit" look="primary" icon="search">
          {texts.show}
        </Button>
        <span className="soft small">{texts.recorded}</span>
      </div>
    </form>
  );
}

function PlanTable({ lines }: { lines: readonly PlanLine[] }) {
  const texts = useTexts().plans;
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.list.results}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{texts.list.name}</th>
            <th scope="col">{texts.list.hazard}</th>
            <th scope="col">{texts.list.state}</th>
            <th scope="col">{texts.list.why}</th>
            <th scope="col">{texts.list.nextReview}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <Link className="standalone" href={`/plans/${line.id}`}>
                  {line.name}
                </Link>
                <div className="soft small">
                  {line.kana} {line.district?.name}
                </div>
              </th>
              <td>{texts.hazards[line.hazard]}</td>
              <td>
                <StateMark state={line.state} />
              </td>
              <td>
                <WhyList health={line.health} />
              </td>
              <td>{writeDay(line.nextReview)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PagesProps {
  wanted: Wanted;
  total: number;
  onMove: (offset: number) => void;
}

function Pages({ wanted: { offset }, total, onMove }: PagesProps) {
  const texts = useTexts().plans.list;
  return (
    <div className={styles.card}>
      <div className={styles.row}>
        <span role="status">{texts.range(offset + 1, Math.min(offset + pageSize, total), total)}</span>
        {offset > 0 && <Button onClick={() => onMove(Math.max(0, offset - pageSize))}>{texts.previous}</Button>}
        {offset + pageSize < total && <Button onClick={() => onMove(offset + pageSize)}>{texts.next}</Button>}
      </div>
    </div>
  );
}

const aNight = 93_600;

/** Why plans need somebody, the most frequent reason first; one tap leads to them. */
function ReasonsPanel({ health, onChoose }: { health: PlanHealth; onChoose: (reason: PlanReason) => void }) {
  const texts = useTexts().plans;
  if (health.reasons.length === 0) return null;
  return (
    <Panel title={texts.health.reasons}>
      <ul className={styles.tabs}>
        {health.reasons.map(({ reason, plans }) => (
          <li key={reason}>
            <Button onClick={() => onChoose(reason)}>
              {texts.reasons[reason]} {texts.health.count(plans)}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function HealthPanel({ health, onChoose }: { health: PlanHealth; onChoose: (district: string) => void }) {
  const texts = useTexts().plans;
  const examine = useExamine();
  return (
    <Panel
      title={texts.health.title}
      aside={health.examinedAt ? <AsOf at={health.examinedAt} freshFor={aNight} /> : undefined}
      flush
    >
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.health.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.list.district}</th>
              <th scope="col">{texts.severities.URGENT}</th>
              <th scope="col">{texts.severities.SERIOUS}</th>
              <th scope="col">{texts.severities.NOTICE}</th>
              <th scope="col">{texts.health.plans}</th>
              <th scope="col">{texts.health.without}</th>
            </tr>
          </thead>
          <tbody>
            {health.districts.map((each) => (
              <tr key={each.district?.code ?? ''}>
                <th scope="row">
                  {each.district ? (
                    <Button
                      look="quiet"
                      aria-label={texts.health.choose(each.district.name)}
                      onClick={() => each.district && onChoose(each.district.code)}
                    >
                      {each.district.name}
                    </Button>
                  ) : (
                    texts.list.unassigned
                  )}
                </th>
                <td>{each.urgent}</td>
                <td>{each.serious}</td>
                <td>{each.notice}</td>
                <td>{each.plans}</td>
                <td>{each.withoutPlan}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.card}>
        <div className={styles.row}>
          {!health.examinedAt && <span>{texts.health.never}</span>}
          <Button busy={examine.isPending} onClick={() => examine.mutate(undefined)}>
            {texts.health.examine}
          </Button>
        </div>
        <ProblemNotice error={examine.error} />
      </div>
    </Panel>
  );
}
