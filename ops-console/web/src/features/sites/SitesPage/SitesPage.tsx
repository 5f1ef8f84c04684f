import { useState } from 'react';
import { Link } from 'wouter';
import type { DesignationKind, HazardKind, Site } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../../session/session';
import { type Column, everything, find, type Wanted } from '../find';
import { OpeningMark } from '../OpeningMark';
import { useSaveSites, useSites } from '../queries';
import { SiteDetail } from '../SiteDetail/SiteDetail';
import styles from '../sites.module.css';

/** The evacuation sites: what they are for, and which of them are open. */
export function SitesPage() {
  const texts = useTexts().sites;
  const session = useSession();
  const asked = useSites();
  const [wanted, setWanted] = useState(everything);
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'state', down: false });
  const [chosen, setChosen] = useState<string | null>(null);
  usePageTitle(texts.title, session.mode);
  const all = asked.data?.sites ?? [];
  const shown = find(all, wanted, sort.column, sort.down);
  const site = all.find((each) => each.id === chosen);
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.title}</h1>
        {asked.data && <AsOf at={asked.data.asOf} />}
        <Actions />
      </header>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton rows={8} />}
      {asked.data && all.length === 0 && <Empty title={texts.none}>{texts.noneWhat}</Empty>}
      {all.length > 0 && (
        <>
          <Filters wanted={wanted} onChange={setWanted} />
          <div className={styles.grid}>
            <Panel title={texts.title} aside={<span role="status">{texts.count(shown.length, all.length)}</span>} flush>
              {shown.length === 0 ? (
                <Empty title={texts.noMatch} />
              ) : (
                <Table
                  sites={shown}
                  chosen={chosen}
                  onChoose={setChosen}
                  sort={sort}
                  onSort={(column) => setSort({ column, down: sort.column === column && !sort.down })}
                />
              )}
            </Panel>
            <div className={styles.detail}>
              {site ? (
                <SiteDetail key={site.id} site={site} squareMetres={asked.data?.squareMetresPerPerson ?? 0} />
              ) : (
                <Panel title={texts.title}>
                  <p className="soft">{texts.detail.choose}</p>
                </Panel>
              )}
            </div>
          </div>
        </>
      )}
    </>
  );
}

function Actions() {
  const texts = useTexts().sites;
  const session = useSession();
  const saving = useSaveSites();
  return (
    <div className={styles.actions}>
      {hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'ADMINISTRATOR') && (
        <Link href="/imports/of/SITES">{texts.imports}</Link>
      )}
      <Link href="/areas">{texts.areas}</Link>
      <Button icon="download" busy={saving.isPending} onClick={() => saving.mutate('CSV')}>
        {texts.csv}
      </Button>
      <Button icon="download" busy={saving.isPending} onClick={() => saving.mutate('GEOJSON')}>
        {texts.geojson}
      </Button>
      <ProblemNotice error={saving.error} />
    </div>
  );
}

function Filters({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const texts = useTexts().sites;
  return (
    <search className={styles.filters}>
      <Field label={texts.search}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            value={wanted.words}
            onChange={(event) => onChange({ ...wanted, words: event.target.value })}
          />
        )}
      </Field>
      <Field label={texts.hazard}>
        {(wiring) => (
          <select
            {...wiring}
            value={wanted.hazard}
            onChange={(event) => onChange({ ...wanted, hazard: event.target.value as HazardKind | '' })}
          >
            <option value="">{texts.anyHazard}</option>
            {Object.entries(texts.hazards).map(([hazard, word]) => (
              <option key={hazard} value={hazard}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.kind}>
        {(wiring) => (
          <select
            {...wiring}
            value={wanted.kind}
            onChange={(event) => onChange({ ...wanted, kind: event.target.value as DesignationKind | '' })}
          >
            <option value="">{texts.anyKind}</option>
            {Object.entries(texts.kinds).map(([kind, word]) => (
              <option key={kind} value={kind}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={texts.state}>
        {(wiring) => (
          <select
            {...wiring}
            value={wanted.opening}
            onChange={(event) => onChange({ ...wanted, opening: event.target.value as Wanted['opening'] })}
          >
            <option value="ALL">{texts.anyState}</option>
            <option value="OPEN">{texts.openOnly}</option>
            <option value="NOT_OPEN">{texts.notOpen}</option>
          </select>
        )}
      </Field>
    </search>
  );
}

interface TableProps {
  sites: readonly Site[];
  chosen: string | null;
  onChoose: (id: string) => void;
  sort: { column: Column; down: boolean };
  onSort: (column: Column) => void;
}

function Table({ sites, chosen, onChoose, sort, onSort }: TableProps) {
  const texts = useTexts().sites;
  const head = (column: Column) => (
    <th scope="col" aria-sort={sort.column === column ? (sort.down ? 'descending' : 'ascending') : undefined}>
      <button type="button" className={styles.sort} onClick={() => onSort(column)}>
        {texts.columns[column]}
        <span className="visually-hidden">{texts.sortBy(texts.columns[column])}</span>
        {sort.column === column && <span aria-hidden="true">{sort.down ? ' ▼' : ' ▲'}</span>}
      </button>
    </th>
  );
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.title}>
      <table className={styles.sites}>
        <thead>
          <tr>
            {head('name')}
            {head('state')}
            <th scope="col">{texts.columns.hazards}</th>
            {head('capacity')}
            <th scope="col">{texts.columns.kinds}</th>
          </tr>
        </thead>
        <tbody>
          {sites.map((site) => (
            <tr key={site.id} data-chosen={site.id === chosen || undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.name}
                  aria-pressed={site.id === chosen}
                  onClick={() => onChoose(site.id)}
                >
                  {site.name}
                </button>
              </th>
              <td>
                <OpeningMark site={site} />
              </td>
              <td>{site.hazards.map((hazard) => texts.hazards[hazard]).join('・') || texts.noHazard}</td>
              <td className={styles.number}>
                {site.capacity === undefined ? texts.unpublished : texts.people(site.capacity)}
              </td>
              <td>{site.kinds.map((kind) => texts.kinds[kind]).join('・')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
