import { useState } from 'react';
import type { Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Empty } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../../session/session';
import { CityTally } from '../../tally/CityTally';
import { canBeInstructed, countByState, everything, find } from '../find';
import { useShelters } from '../queries';
import styles from '../shelters.module.css';
import { AddShelter } from './AddShelter';
import { Filters } from './Filters';
import { Instruct } from './Instruct';
import { LAlertLine } from './LAlertLine';
import { ShelterTable } from './ShelterTable';

/** Every place where people are taken in or counted, and how each stands. */
export function SheltersPage() {
  const texts = useTexts().shelters;
  const session = useSession();
  const asked = useShelters();
  const [wanted, setWanted] = useState(everything);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  usePageTitle(texts.title, session.mode);
  const all = asked.data?.shelters ?? [];
  const shown = find(all, wanted);
  const instructable = hasRole(session, 'DUTY_OFFICER') ? shown.filter(canBeInstructed) : [];
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.title}</h1>
        {asked.data && <AsOf at={asked.data.asOf} />}
        {hasRole(session, 'DUTY_OFFICER', 'SHELTER_STAFF') && !adding && (
          <Button icon="pen" onClick={() => setAdding(true)}>
            {texts.add.begin}
          </Button>
        )}
      </header>
      {adding && <AddShelter onClose={() => setAdding(false)} />}
      <CityTally />
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton rows={8} />}
      {asked.data && all.length === 0 && <Empty title={texts.none}>{texts.noneWhat}</Empty>}
      {asked.data && all.length > 0 && (
        <>
          <Summary shelters={all} />
          <LAlertLine />
          <Filters shelters={all} wanted={wanted} onChange={setWanted} />
          <Panel title={texts.list} aside={<span role="status">{texts.count(shown.length, all.length)}</span>} flush>
            {shown.length === 0 ? (
              <Empty title={texts.noMatch} />
            ) : (
              <ShelterTable
                shelters={shown}
                instructable={instructable}
                chosen={chosen}
                onChoose={setChosen}
                saidEveryMinutes={asked.data.saidEveryMinutes}
              />
            )}
          </Panel>
          <Instruct shelters={instructable.filter(({ id }) => chosen.has(id))} onDone={() => setChosen(new Set())} />
        </>
      )}
    </>
  );
}

function Summary({ shelters }: { shelters: readonly Shelter[] }) {
  const texts = useTexts();
  const counts = countByState(shelters);
  return (
    <ul className={styles.summary} aria-label={texts.shelters.summary}>
      {counts.length === 0 && <li className="soft">{texts.shelters.allQuiet}</li>}
      {counts.map(([state, count]) => (
        <li key={state}>
          {state === 'FULL' ? texts.sites.crowding.FULL : texts.sites.states[state]}{' '}
          <strong>{texts.shelters.places(count)}</strong>
        </li>
      ))}
    </ul>
  );
}
