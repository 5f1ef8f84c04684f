import { useLanguage } from '../../i18n/language';
import { usePageTitle } from '../../shell/pageTitle';
import { timeNear } from '../../time/clock';
import { lastUndoable, takeBack } from '../acts/undo';
import { Big, BigLink } from '../parts/Big';
import parts from '../parts/parts.module.css';
import { useJournal, useTablet, useWrite } from '../parts/tablet';
import { CountKeys, Figure } from './Counting';
import { nameFact } from './nameFact';
import styles from './screens.module.css';

/** The first screen: where this is, how many there are, and the three things to do. */
export function HomePage() {
  const { texts: all } = useLanguage();
  const texts = all.tablet;
  const { shelter, enrolment } = useTablet();
  const { state, refused } = useJournal();
  const write = useWrite();
  usePageTitle(shelter.name, enrolment.mode);
  return (
    <main className={`${parts.page} ${styles.home}`}>
      <header className={styles.place}>
        <h1>{shelter.name}</h1>
        <span className={styles.state}>{all.sites.states[shelter.state]}</span>
      </header>
      <Figure />
      {state.doubts.length > 0 && (
        <BigLink href="/doubts" wide>
          {texts.homePage.doubts(state.doubts.length)}
        </BigLink>
      )}
      {refused.length > 0 && (
        <BigLink href="/refused" wide>
          {texts.homePage.refused(refused.length)}
        </BigLink>
      )}
      <LastTap />
      <CountKeys />
      <div className={styles.two}>
        <BigLink href="/receive">{texts.homePage.receive}</BigLink>
        <BigLink href="/leave">{texts.homePage.leave}</BigLink>
      </div>
      <div className={styles.three}>
        <BigLink href="/people">{texts.homePage.list}</BigLink>
        <Big onClick={() => void write([{ type: 'confirmed' }])}>{texts.homePage.confirm}</Big>
        <BigLink href="/more">{texts.homePage.more}</BigLink>
      </div>
    </main>
  );
}

/** What was pressed last, and the way to take it back. */
function LastTap() {
  const { texts: all, language } = useLanguage();
  const { enrolment } = useTablet();
  const { events, state } = useJournal();
  const write = useWrite();
  const last = lastUndoable(events, enrolment.device);
  return (
    <div className={styles.last} aria-live="polite">
      {last && (
        <>
          <span>
            {timeNear(new Date(last.at), new Date(), language)} {nameFact(last.fact, all.tablet, state)}
          </span>
          <Big onClick={() => void write(takeBack(events, last))}>{all.tablet.homePage.undo}</Big>
        </>
      )}
    </div>
  );
}
