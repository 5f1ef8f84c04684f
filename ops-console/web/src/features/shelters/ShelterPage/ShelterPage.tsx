import { useState } from 'react';
import { Link } from 'wouter';
import type { PlaceVersion, Shelter } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import { At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Icon } from '../../../ui/Icon/Icon';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../../session/session';
import { ShelterTally } from '../../tally/ShelterTally';
import { holdsPeople } from '../find';
import { People } from '../People';
import { useShelter } from '../queries';
import { ShelterMark } from '../ShelterMark';
import styles from '../shelters.module.css';
import { Told } from '../SheltersPage/ShelterTable';
import { CorrectPlace } from './CorrectPlace';
import { Course } from './Course';
import { CrowdingForm } from './CrowdingForm';
import { Findings } from './Findings';
import { NextSteps } from './NextSteps';
import { Versions } from './Versions';

/** One shelter: how it stands, what comes next, and how it came to this. */
export function ShelterPage({ shelterId }: { shelterId: string }) {
  const texts = useTexts().shelters;
  const session = useSession();
  const asked = useShelter(shelterId);
  usePageTitle(asked.data?.shelter.name ?? texts.title, session.mode);
  const may = hasRole(session, 'DUTY_OFFICER', 'SHELTER_STAFF');
  return (
    <>
      <Link href="/shelters" className="standalone">
        <Icon name="back" />
        {texts.back}
      </Link>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <Skeleton rows={6} />}
      {asked.data && (
        <>
          <header className={styles.head}>
            <h1>{asked.data.shelter.name}</h1>
            <span className={styles.state}>
              <ShelterMark shelter={asked.data.shelter} />
            </span>
            <Told shelter={asked.data.shelter} saidEveryMinutes={asked.data.saidEveryMinutes} />
          </header>
          <div className={styles.columns}>
            <div className={styles.stack}>
              <Panel title={texts.next}>
                {may ? (
                  <NextSteps key={asked.data.shelter.state} shelter={asked.data.shelter} />
                ) : (
                  <p className="soft">{texts.mayNot}</p>
                )}
              </Panel>
              {may && holdsPeople(asked.data.shelter) && (
                <Panel title={texts.crowding.title}>
                  <CrowdingForm shelter={asked.data.shelter} />
                </Panel>
              )}
              <OnFile shelter={asked.data.shelter} newest={may ? asked.data.versions[0] : undefined} />
            </div>
            <div className={styles.stack}>
              <ShelterTally shelterId={shelterId} />
              <Panel title={texts.course.title} flush>
                <Course lines={asked.data.course} />
              </Panel>
              {asked.data.versions.length > 0 && (
                <Panel title={texts.versions.title} flush>
                  <Versions versions={asked.data.versions} />
                </Panel>
              )}
            </div>
          </div>
        </>
      )}
    </>
  );
}

/** What is on file of it; of a place by hand it can be corrected, where somebody may. */
function OnFile({ shelter, newest }: { shelter: Shelter; newest: PlaceVersion | undefined }) {
  const texts = useTexts().shelters;
  const [correcting, setCorrecting] = useState(false);
  if (newest && correcting) {
    return (
      <Panel title={texts.correct.title}>
        <CorrectPlace shelterId={shelter.id} newest={newest} onClose={() => setCorrecting(false)} />
      </Panel>
    );
  }
  return (
    <Panel title={texts.facts.title}>
      <div className={styles.stack}>
        <Facts shelter={shelter} />
        {newest && (
          <div className={styles.buttons}>
            <Button icon="pen" onClick={() => setCorrecting(true)}>
              {texts.correct.begin}
            </Button>
          </div>
        )}
        {shelter.kind === 'SITE' && (
          <p className="soft small">
            {texts.facts.fromList} <Link href="/sites">{texts.facts.toList}</Link>
          </p>
        )}
      </div>
    </Panel>
  );
}

function Facts({ shelter }: { shelter: Shelter }) {
  const all = useTexts();
  const texts = all.shelters.facts;
  const { location, hazards, inspection, openedAt } = shelter;
  return (
    <dl className={styles.facts}>
      <dt>{texts.people}</dt>
      <dd>
        <People shelter={shelter} />
      </dd>
      {openedAt && (
        <>
          <dt>{texts.openedAt}</dt>
          <dd>
            <At at={openedAt} />
          </dd>
        </>
      )}
      {inspection && (
        <>
          <dt>{texts.inspection}</dt>
          <dd>
            <Findings checks={inspection.checks} />
          </dd>
        </>
      )}
      <dt>{texts.kind}</dt>
      <dd>
        {all.shelters.kinds[shelter.kind]}
        {shelter.outside && <span className={styles.under}>{texts.outside}</span>}
        {!shelter.announced && <span className={styles.under}>{texts.unannounced}</span>}
        {shelter.retired && <span className={styles.under}>{all.sites.closedForGood}</span>}
      </dd>
      <dt>{texts.where}</dt>
      <dd>
        {shelter.address || texts.unknown}
        {shelter.district && <span className={styles.under}>{shelter.district.name}</span>}
        {location && (
          <span className={styles.under}>
            {location.latitude.toFixed(5)}, {location.longitude.toFixed(5)}
          </span>
        )}
      </dd>
      {shelter.kind === 'SITE' && (
        <>
          <dt>{all.sites.columns.hazards}</dt>
          <dd>{hazards.map((hazard) => all.sites.hazards[hazard]).join('・') || all.sites.noHazard}</dd>
        </>
      )}
    </dl>
  );
}
