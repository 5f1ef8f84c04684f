import { Link } from 'wouter';
import type { Tally } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { AsOf } from '../../ui/AsOf/AsOf';
import { Icon } from '../../ui/Icon/Icon';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { hasRole, useSession } from '../session/session';
import { Curve } from './Curve';
import { useDoubts, useTablets, useTally, useTallyHistory } from './queries';
import styles from './tally.module.css';

/** How many people are in shelters and elsewhere, as of now. A dark shelter makes the total a range. */
export function CityTally() {
  const texts = useTexts().tally;
  const asked = useTally();
  return (
    <Panel title={texts.title} aside={asked.data && <AsOf at={asked.data.asOf} />}>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <Numbers tally={asked.data} />}
      <Doubtful />
      <Probing />
    </Panel>
  );
}

function Numbers({ tally }: { tally: Tally }) {
  const texts = useTexts().tally;
  const history = useTallyHistory();
  const dark = tally.shelters.filter((each) => each.dark);
  const { city } = tally;
  return (
    <>
      <dl className={styles.numbers}>
        <div className={styles.main}>
          <dt>{texts.people}</dt>
          <dd>{dark.length > 0 ? texts.range(tally.least, city.people) : texts.count(city.people)}</dd>
        </div>
        <div>
          <dt>{texts.households}</dt>
          <dd>{texts.householdCount(city.households)}</dd>
        </div>
        <div>
          <dt>{texts.outside}</dt>
          <dd>{texts.count(city.outside)}</dd>
        </div>
        <div>
          <dt>{texts.selfOpened}</dt>
          <dd>{texts.count(city.selfOpened)}</dd>
        </div>
        <div>
          <dt>{texts.named}</dt>
          <dd>{texts.count(city.named)}</dd>
        </div>
        {city.powerless > 0 && (
          <div>
            <dt>{texts.powerless}</dt>
            <dd>{texts.count(city.powerless)}</dd>
          </div>
        )}
      </dl>
      {dark.length > 0 && (
        <p className={styles.dark}>
          <Icon name="unknown" />
          {texts.dark(dark.length)}
        </p>
      )}
      {history.data && <Curve history={history.data} people={city.people} />}
      <Reports />
    </>
  );
}

function Reports() {
  const texts = useTexts();
  const session = useSession();
  return (
    <p className={styles.links}>
      {hasRole(session, 'DUTY_OFFICER', 'SHELTER_STAFF', 'WELFARE_STAFF') && (
        <Link href="/shelters/people">{texts.evacuees.tabs.list}</Link>
      )}
      {hasRole(session, 'ADMINISTRATOR') && <Link href="/shelters/looks">{texts.evacuees.tabs.looks}</Link>}
      {hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER') && <Files />}
    </p>
  );
}

function Files() {
  const texts = useTexts().tally;
  return (
    <>
      <a href="/api/reports/shelters?format=CSV" download>
        {texts.report}
      </a>
      <a href="/api/reports/shelters?format=JSON" download>
        {texts.reportJson}
      </a>
      <Link href="/shelters/supplies">{texts.supplies.title}</Link>
      <Link href="/shelters/tablets">{texts.tablets.title}</Link>
    </>
  );
}

/** Tablets that asked for name after name within a day: one may have been lost. */
function Probing() {
  const texts = useTexts().tally.tablets;
  const session = useSession();
  const asked = useTablets(hasRole(session, 'DUTY_OFFICER', 'SHELTER_STAFF', 'ADMINISTRATOR'));
  const probing = asked.data?.tablets.filter(({ probed, lock }) => probed && !lock && isOfToday(probed)) ?? [];
  return probing.length > 0 ? (
    <p className={styles.dark}>
      <Icon name="unknown" />
      <span>
        {texts.probing(probing.map(({ name }) => name))} <Link href="/shelters/tablets">{texts.title}</Link>
      </span>
    </p>
  ) : null;
}

const isOfToday = (at: string) => Date.now() - Date.parse(at) < 86_400_000;

function Doubtful() {
  const texts = useTexts().tally;
  const session = useSession();
  const asked = useDoubts(hasRole(session, 'DUTY_OFFICER', 'SHELTER_STAFF'));
  const count = asked.data?.doubts.length ?? 0;
  return count > 0 ? (
    <p className={styles.dark}>
      {texts.doubts(count)} <Link href="/shelters/doubts">{texts.decideDoubts}</Link>
    </p>
  ) : null;
}
