import { Link } from 'wouter';
import type { ResponseCase } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { At } from '../../ui/AsOf/AsOf';
import { Icon } from '../../ui/Icon/Icon';
import { Notice } from '../../ui/Notice/Notice';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { useSession } from '../session/session';
import { CaseDecisions } from './CaseDecisions';
import { CaseCourse, useTeller } from './CaseCourse';
import { CaseNotes } from './CaseNotes';
import { CasePerson } from './CasePerson';
import { CaseSupporters } from './CaseSupporters';
import { CaseMark } from './marks';
import { useCase, useOpening } from './queries';
import styles from './CasePage.module.css';
import room from './response.module.css';
import { nextStepOf } from './standing';

const strengths = ['ASSUMED', 'OWN_WORD', 'SUPPORTER_WORD', 'STAFF_WORD', 'CHECK_IN'] as const;
const most = { home: 7, condition: 4, alone: 3, time: 4 } as const;

/** One person's case: what is known, what to do next, who was asked and what came of it. */
export function CasePage({ caseId }: { caseId: string }) {
  const texts = useTexts().response;
  const session = useSession();
  const asked = useCase(caseId);
  usePageTitle(texts.title, session.mode);
  return (
    <div className={room.stack}>
      <p>
        <Link
          className="standalone"
          href={asked.data && !asked.data.running ? `/response/${asked.data.response}` : '/response'}
        >
          <Icon name="back" /> {texts.case.back}
        </Link>
      </p>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton rows={8} />}
      {asked.data && <Case found={asked.data} />}
    </div>
  );
}

function Case({ found }: { found: ResponseCase }) {
  const texts = useTexts().response;
  const opening = useOpening(found.line.id);
  const { line } = found;
  const over = !found.running || line.state === 'ENDED';
  return (
    <>
      <header className={room.head}>
        <h1>{texts.case.title(line.number)}</h1>
        <CaseMark line={line} />
        <span>{line.districts.map(({ name }) => name).join('・')}</span>
      </header>
      {over && <Notice tone="info">{texts.case.over}</Notice>}
      <div className={room.columns}>
        <div className={room.stack}>
          <Next found={found} />
          {!over && <CaseDecisions found={found} />}
          <Evidence found={found} />
          <Risk found={found} />
        </div>
        <div className={room.stack}>
          <CasePerson opening={opening} />
          <CaseNotes found={found} opening={opening} />
          <CaseSupporters found={found} opened={opening.data} />
          <CaseCourse found={found} opened={opening.data} />
        </div>
      </div>
    </>
  );
}

function Next({ found }: { found: ResponseCase }) {
  const texts = useTexts().response;
  const step = nextStepOf(found.line);
  if (step === 'nothing') return null;
  return (
    <Panel title={texts.next.title}>
      <p className={styles.next} data-urgent={step === 'helpNow' || undefined}>
        {texts.next[step]}
      </p>
      {found.dueAt && (
        <p className="soft small">
          {texts.case.due}: <At at={found.dueAt} />
        </p>
      )}
      {found.selfAsked && <p className="soft small">{texts.case.selfAsked}</p>}
    </Panel>
  );
}

function Evidence({ found: { evidence } }: { found: ResponseCase }) {
  const texts = useTexts().response;
  const teller = useTeller();
  return (
    <Panel title={texts.case.evidence}>
      {evidence ? (
        <>
          <p>
            <strong>{texts.strengths[evidence.strength]}</strong> {teller(evidence.by)} <At at={evidence.at} />
          </p>
          <p className={styles.strength}>
            <Scale step={strengths.indexOf(evidence.strength) + 1} most={strengths.length} />
            <span className="soft small">{texts.strengthOf(strengths.indexOf(evidence.strength) + 1)}</span>
          </p>
        </>
      ) : (
        <p className="soft">{texts.case.noEvidence}</p>
      )}
    </Panel>
  );
}

function Risk({ found: { line } }: { found: ResponseCase }) {
  const texts = useTexts().response.risk;
  return (
    <Panel title={texts.title}>
      <dl className={styles.steps}>
        {(['home', 'condition', 'alone', 'time'] as const).map((factor) => (
          <div key={factor}>
            <dt>{texts.factors[factor]}</dt>
            <dd>
              <Scale step={line.risk[factor]} most={most[factor]} />
              {texts.step(line.risk[factor], most[factor])}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft small">{texts.what}</p>
    </Panel>
  );
}

/** A step of several, as boxes; the words beside it say the same. */
function Scale({ step, most: all }: { step: number; most: number }) {
  return (
    <span className={styles.scale} aria-hidden="true">
      {Array.from({ length: all }, (_, index) => (
        <span key={index} data-full={index < step || undefined} />
      ))}
    </span>
  );
}
