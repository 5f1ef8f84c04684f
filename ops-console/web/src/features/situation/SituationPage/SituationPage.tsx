import { Link } from 'wouter';
import { useSituation } from '../../../api/queries';
import type { Situation } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { AsOf } from '../../../ui/AsOf/AsOf';
import buttons from '../../../ui/Button/Button.module.css';
import { Icon } from '../../../ui/Icon/Icon';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { ResponseLine } from '../../response/ResponseLine';
import { hasRole, useSession } from '../../session/session';
import { DecisionList } from '../DecisionList/DecisionList';
import { HealthStrip } from '../HealthStrip/HealthStrip';
import { InForceList } from '../InForceList/InForceList';
import { SevereAnnouncer } from '../SevereAnnouncer';
import { StandingFigures } from '../StandingFigures/StandingFigures';
import { SituationMap } from '../SituationMap/SituationMap';
import styles from './SituationPage.module.css';

/** The first glance: is there anything I must do? */
export function SituationPage() {
  const texts = useTexts();
  const session = useSession();
  const situation = useSituation();
  usePageTitle(texts.situation.title, session.mode);
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.situation.title}</h1>
        {situation.data && <AsOf at={situation.data.asOf} />}
        <StandingFigures />
        <ResponseLine />
        {hasRole(session, 'DUTY_OFFICER') && (
          <Link href="/notices/new" className={`${buttons['button']} ${styles.write}`}>
            <Icon name="pen" />
            {texts.situation.writeNotice}
          </Link>
        )}
      </header>
      {situation.error && <ProblemNotice error={situation.error} onRetry={() => void situation.refetch()} />}
      {situation.data ? <Rooms situation={situation.data} /> : !situation.error && <Skeleton rows={6} />}
    </>
  );
}

function Rooms({ situation }: { situation: Situation }) {
  const texts = useTexts();
  const certain = situation.sources.every((source) => source.state === 'WELL' || source.state === 'OFF');
  return (
    <div className={styles.grid}>
      <SevereAnnouncer inForce={situation.inForce} />
      <div className={styles.inForce}>
        <Panel title={texts.situation.inForce} scroll>
          <InForceList inForce={situation.inForce} certain={certain} />
        </Panel>
      </div>
      <div className={styles.map}>
        <SituationMap situation={situation} />
      </div>
      <div className={styles.decisions}>
        <Panel title={texts.situation.decisions} scroll>
          <DecisionList decisions={situation.decisions} />
        </Panel>
      </div>
      <div className={styles.health}>
        <Panel title={texts.situation.health}>
          <HealthStrip situation={situation} />
        </Panel>
      </div>
    </div>
  );
}
