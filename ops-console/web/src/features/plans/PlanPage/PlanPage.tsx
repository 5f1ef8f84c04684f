import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { Icon } from '../../../ui/Icon/Icon';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import type { Look } from '../../register/Look/look';
import { ContactPanel } from '../../contacts/ContactPanel';
import { LookGate } from '../../register/Look/LookGate';
import { useSession } from '../../session/session';
import { TakeAlong } from '../offline/TakeAlong';
import { emptyContent, hazards, lacks, type Plan, type PlanHazard } from '../plan';
import { writeDay } from '../../../time/era';
import styles from '../plans.module.css';
import { StateMark, WhyList } from '../marks';
import { usePlan, usePlans, useProposal } from '../queries';
import { ConsentPanel } from './ConsentPanel';
import { PlanDesk } from './PlanDesk';
import { PrintPanel } from './PrintPanel';
import { Rehearsals } from './Rehearsals';
import { Versions } from './Versions';

/** One plan, to be read from top to bottom in the order of the paper. */
export function PlanPage({ planId }: { planId: string }) {
  return (
    <>
      <Head />
      <LookGate>{(look) => <Opened key={JSON.stringify(look)} look={look} planId={planId} />}</LookGate>
    </>
  );
}

/** A plan nobody has written yet, of a person for a danger. */
export function NewPlanPage({ personId, hazard }: { personId: string; hazard: PlanHazard }) {
  return (
    <>
      <Head />
      <LookGate>
        {(look) => <Begun key={JSON.stringify(look)} look={look} personId={personId} hazard={hazard} />}
      </LookGate>
    </>
  );
}

function Head() {
  const texts = useTexts().plans;
  usePageTitle(texts.title, useSession().mode);
  return (
    <header>
      <h1>{texts.title}</h1>
      <p>
        <Link className="standalone" href="/plans">
          <Icon name="back" /> {texts.back}
        </Link>
      </p>
    </header>
  );
}

function Opened({ look, planId }: { look: Look; planId: string }) {
  const opened = usePlan(look, planId);
  if (opened.error) return <ProblemNotice error={opened.error} onRetry={() => void opened.refetch()} />;
  if (!opened.data) return <Skeleton rows={10} />;
  return <Written look={look} plan={opened.data} onChanged={() => void opened.refetch()} />;
}

interface WrittenProps {
  look: Look;
  plan: Plan;
  onChanged: () => void;
}

function Written({ look, plan, onChanged }: WrittenProps) {
  const { plans: texts, contacts } = useTexts();
  const proposal = useProposal(look, plan.person.id, plan.hazard);
  const [dirty, setDirty] = useState(false);
  return (
    <>
      <HazardTabs look={look} person={plan.person.id} here={plan.hazard} />
      <div className={styles.page}>
        <PlanDesk
          key={plan.version}
          look={look}
          planId={plan.id}
          hazard={plan.hazard}
          baseVersion={plan.version}
          content={plan.content}
          surroundings={plan}
          proposal={proposal.data ?? null}
          agreed={plan.state !== 'DRAFT'}
          onDirty={setDirty}
          onSaved={onChanged}
          consent={<ConsentPanel plan={plan} dirty={dirty} onChanged={onChanged} />}
          danger={<MadeWith plan={plan} />}
          review={<Rehearsals plan={plan} dirty={dirty} onChanged={onChanged} />}
        />
        <aside className={styles.side}>
          <SideLine plan={plan} />
          <Versions look={look} plan={plan} />
          <ContactPanel
            people={[
              {
                kind: 'PERSON' as const,
                id: plan.person.id,
                name: contacts.person(plan.person.name ?? texts.sections.person),
              },
              ...plan.content.supporters.map(({ supporter }) => ({
                kind: 'SUPPORTER' as const,
                id: supporter,
                name: plan.supporters.find(({ id }) => id === supporter)?.entry.name ?? texts.helpers.unknown,
              })),
            ]}
          />
          <PrintPanel look={look} plan={plan} blocked={dirty} />
          <TakeAlong plan={plan} proposal={proposal.data ?? null} blocked={dirty || proposal.isPending} />
        </aside>
      </div>
    </>
  );
}

function Begun({ look, personId, hazard }: { look: Look; personId: string; hazard: PlanHazard }) {
  const texts = useTexts().plans;
  const proposal = useProposal(look, personId, hazard);
  const [planId] = useState(() => crypto.randomUUID());
  const [written, setWritten] = useState(false);
  const [, go] = useLocation();
  if (proposal.error) return <ProblemNotice error={proposal.error} onRetry={() => void proposal.refetch()} />;
  if (!proposal.data) return <Skeleton rows={10} />;
  if (proposal.data.existing) {
    return (
      <p role="status">
        {texts.page.existing} <Link href={`/plans/${proposal.data.existing}`}>{texts.page.openExisting}</Link>
      </p>
    );
  }
  const { nextReview, person, exposures, zones, supporters } = proposal.data;
  const blank = {
    id: planId,
    hazard,
    version: 0,
    person,
    exposures,
    zones,
    supporters,
    content: emptyContent(hazard, nextReview, person.mobility),
  };
  return (
    <>
      <HazardTabs look={look} person={personId} here={hazard} />
      <div className={styles.page}>
        <PlanDesk
          look={look}
          planId={planId}
          hazard={hazard}
          baseVersion={0}
          content={null}
          surroundings={proposal.data}
          proposal={proposal.data}
          agreed={false}
          onDirty={setWritten}
          onSaved={() => go(`/plans/${planId}`, { replace: true })}
        />
        <aside className={styles.side}>
          <TakeAlong plan={blank} proposal={proposal.data} blocked={written} />
        </aside>
      </div>
    </>
  );
}

function HazardTabs({ look, person, here }: { look: Look; person: string; here: PlanHazard }) {
  const texts = useTexts().plans;
  const [, go] = useLocation();
  const plans = usePlans(look, { person }, 0).data?.items ?? [];
  const others = hazards.filter((hazard) => hazard !== here && !plans.some((plan) => plan.hazard === hazard));
  return (
    <nav aria-label={texts.page.tabs}>
      <ul className={styles.tabs}>
        {plans.every(({ hazard }) => hazard !== here) && (
          <li>
            <span className={styles.tab} aria-current="page">
              {texts.hazards[here]}
            </span>
          </li>
        )}
        {plans.map((plan) => (
          <li key={plan.id}>
            <Link
              href={`/plans/${plan.id}`}
              className={styles.tab}
              aria-current={plan.hazard === here ? 'page' : undefined}
            >
              {texts.hazards[plan.hazard]}
            </Link>
          </li>
        ))}
        <li>
          <select
            className={styles.tab}
            aria-label={texts.page.other}
            value=""
            onChange={(event) => event.target.value && go(`/plans/new/${person}/${event.target.value}`)}
          >
            <option value="">{texts.page.other}</option>
            {others.map((hazard) => (
              <option key={hazard} value={hazard}>
                {texts.hazards[hazard]}
              </option>
            ))}
          </select>
        </li>
        <li>
          <Link className="standalone" href={`/people/${person}`}>
            {texts.toPerson}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function SideLine({ plan }: { plan: Plan }) {
  const texts = useTexts().plans;
  const missing = lacks(plan.content, plan.consents.planMaking);
  return (
    <>
      <Panel title={texts.page.state}>
        <div className={styles.stack}>
          <div className={styles.row}>
            <StateMark state={plan.state} /> <span>{texts.hazards[plan.hazard]}</span>
            <span className="soft">{texts.page.version(plan.version)}</span>
          </div>
          {plan.agreedOn && (
            <span>
              {texts.page.agreedOn}: {writeDay(plan.agreedOn)}
            </span>
          )}
          {missing.length > 0 ? (
            <div>
              <strong>{texts.page.lacks}</strong>
              <ul>
                {missing.map((lack) => (
                  <li key={lack}>{texts.lacks[lack]}</li>
                ))}
              </ul>
            </div>
          ) : (
            plan.state === 'DRAFT' && <p>{texts.page.nothingLacks}</p>
          )}
        </div>
      </Panel>
      <Panel title={texts.page.health}>
        <WhyList health={plan.health} />
      </Panel>
    </>
  );
}

function MadeWith({ plan }: { plan: Plan }) {
  const texts = useTexts().plans.danger;
  if (plan.layers.length === 0) return null;
  return (
    <div>
      <span className="soft">{texts.madeWith}</span>
      <ul>
        {plan.layers.map((layer) => (
          <li key={layer.id}>
            {layer.name} {texts.edition(layer.edition)} {!layer.current && <strong>{texts.newer}</strong>}
          </li>
        ))}
      </ul>
    </div>
  );
}
