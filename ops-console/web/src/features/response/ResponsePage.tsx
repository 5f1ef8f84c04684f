import { useState } from 'react';
import { Link } from 'wouter';
import type { ResponsePage as Page, StartedResponse } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Icon } from '../../ui/Icon/Icon';
import { Empty, Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { orderName } from '../evacuation/orders';
import { hasRole, useSession } from '../session/session';
import { CaseList } from './CaseList';
import { DistrictBars } from './DistrictBars';
import { FacilityContacts } from './FacilityContacts';
import { FacilityPanel } from './FacilityPanel';
import { FormerResponses } from './FormerResponses';
import { HandOverPanel } from './HandOverPanel';
import { EndResponse } from './EndResponse';
import { useRenewal, useResponse, useResponses } from './queries';
import { isEverybodySafe } from './standing';
import styles from './ResponsePage.module.css';
import room from './response.module.css';
import { Reports } from './Reports';
import { ResponseNumbers } from './ResponseNumbers';
import { StartResponse } from './StartResponse';

/** The response: is everybody safe, and if not, who is first? */
export function ResponsePage() {
  const texts = useTexts().response;
  const session = useSession();
  usePageTitle(texts.title, session.mode);
  const asked = useResponses();
  const officer = hasRole(session, 'DUTY_OFFICER');
  if (asked.error) return <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Skeleton rows={8} />;
  const { running, former } = asked.data;
  return (
    <div className={room.stack}>
      <header className={room.head}>
        <h1>{texts.title}</h1>
        {running && <Begun response={running.response} />}
        {running && officer && (
          <span className={room.deeds}>
            <StartResponse extend />
            <EndResponse page={running} />
          </span>
        )}
      </header>
      {running ? (
        <Running page={running} />
      ) : (
        <Panel title={texts.title}>
          <Empty title={texts.none}>
            <p>{texts.noneWhat}</p>
            {officer && <p>{texts.noneWhatOfficer}</p>}
          </Empty>
          {officer && (
            <p className={room.more}>
              <StartResponse />
            </p>
          )}
        </Panel>
      )}
      {!running && <FormerResponses former={former} />}
      {hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER') && <Reports />}
      {running && former.length > 0 && <FormerResponses former={former} />}
      {!running && hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER') && <FacilityContacts />}
    </div>
  );
}

/** A response that is over, or one somebody has the address of. */
export function OneResponsePage({ responseId }: { responseId: string }) {
  const texts = useTexts().response;
  const session = useSession();
  usePageTitle(texts.title, session.mode);
  const asked = useResponse(responseId);
  return (
    <div className={room.stack}>
      <p>
        <Link className="standalone" href="/response">
          <Icon name="back" /> {texts.case.back}
        </Link>
      </p>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && (
        <>
          <header className={room.head}>
            <h1>{texts.number(asked.data.response.number)}</h1>
            <Begun response={asked.data.response} />
          </header>
          <Running page={asked.data} />
        </>
      )}
      {asked.isPending && <Skeleton rows={8} />}
    </div>
  );
}

function Begun({ response }: { response: StartedResponse }) {
  const texts = useTexts().response;
  return (
    <p className="soft">
      {texts.number(response.number)} {texts.from} <At at={response.startedAt} />（{texts.startedBy(response.startedBy)}
      ）
      {response.endedAt && (
        <>
          {' '}
          {texts.to} <At at={response.endedAt} />
        </>
      )}
    </p>
  );
}

function Running({ page }: { page: Page }) {
  const texts = useTexts().response;
  const session = useSession();
  const [district, setDistrict] = useState('');
  const mayList = hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER');
  return (
    <>
      <ResponseNumbers page={page} />
      <div className={room.columns}>
        <div className={room.stack}>
          {!page.response.endedAt && <Todo page={page} />}
          <DistrictBars page={page} chosen={district} {...(mayList && { onChoose: setDistrict })} />
          {mayList && <HandOverPanel page={page} />}
          <Causes response={page.response} />
        </div>
        {mayList ? (
          <CaseList key={district} page={page} district={district} />
        ) : (
          <Notice tone="info">{texts.list.closed}</Notice>
        )}
      </div>
      <FacilityPanel page={page} />
    </>
  );
}

function Todo({ page }: { page: Page }) {
  const { todo: texts, callingUp: calling } = useTexts().response;
  const session = useSession();
  const { figures, response, callingUp } = page;
  return (
    <Panel title={texts.title}>
      <ul className={styles.todo}>
        {figures.helpWanted > 0 && <li data-urgent>{texts.help(figures.helpWanted)}</li>}
        {figures.staff > 0 && <li>{texts.staff(figures.staff)}</li>}
        {figures.asked + figures.open > 0 && <li className="soft">{texts.wait}</li>}
        {callingUp && <li>{calling}</li>}
        {isEverybodySafe(page) && <li>{texts.allSafe}</li>}
        {figures.ended > 0 && <li>{texts.ended(figures.ended)}</li>}
        {!callingUp && figures.people === 0 && <li>{texts.nobody}</li>}
      </ul>
      {response.looksUntil && (
        <p className="soft small">
          {texts.looks}: <At at={response.looksUntil} />
        </p>
      )}
      {hasRole(session, 'DUTY_OFFICER') && <Renewal response={response} />}
    </Panel>
  );
}

function Renewal({ response }: { response: StartedResponse }) {
  const texts = useTexts().response.todo;
  const renewal = useRenewal(response.id);
  return (
    <div>
      <Button look="quiet" busy={renewal.isPending} onClick={() => renewal.mutate(undefined)}>
        {texts.renew}
      </Button>
      {renewal.isSuccess && <span role="status">{texts.renewed}</span>}
      <ProblemNotice error={renewal.error} />
    </div>
  );
}

function Causes({ response }: { response: StartedResponse }) {
  const all = useTexts();
  const texts = all.response;
  return (
    <Panel title={response.endedAt ? texts.stood : texts.standing}>
      <ul className={room.causes}>
        {response.causes.map((cause) => (
          <li key={`${cause.district.code} ${cause.hazard}`} data-over={Boolean(cause.overAt) || undefined}>
            <strong>{cause.district.name}</strong> {all.hazard[cause.hazard]}{' '}
            {cause.level ? orderName(all, cause.hazard, cause.level) : texts.byHand}{' '}
            <span className="soft">
              <At at={cause.since} /> {cause.by}
              {cause.overAt && (
                <>
                  {' '}
                  {texts.over} <At at={cause.overAt} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
