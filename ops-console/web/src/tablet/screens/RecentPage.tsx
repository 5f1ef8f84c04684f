import { useLanguage } from '../../i18n/language';
import { timeNear } from '../../time/clock';
import { ownActs, takeBack, undoneIds } from '../acts/undo';
import { Big } from '../parts/Big';
import { useJournal, useTablet, useWrite } from '../parts/tablet';
import { nameFact } from './nameFact';
import { Screen } from './Screen';
import styles from './screens.module.css';

const mostShown = 50;

/** What was pressed on this tablet, each to be taken back. */
export function RecentPage() {
  const { texts: all, language } = useLanguage();
  const texts = all.tablet.recentPage;
  const { enrolment } = useTablet();
  const { events, state } = useJournal();
  const write = useWrite();
  const undone = undoneIds(events);
  const acts = ownActs(events, enrolment.device).slice(0, mostShown);
  return (
    <Screen title={texts.title}>
      <p>{acts.length === 0 ? texts.none : texts.what}</p>
      <ul className={styles.families}>
        {acts.map((act) => (
          <li key={act.id} className={styles.last}>
            <span>
              {timeNear(new Date(act.at), new Date(), language, true)} {nameFact(act.fact, all.tablet, state)} {act.by}
            </span>
            {undone.has(act.id) ? (
              <span>{texts.undone}</span>
            ) : (
              <Big onClick={() => void write(takeBack(events, act))}>{all.tablet.homePage.undo}</Big>
            )}
          </li>
        ))}
      </ul>
    </Screen>
  );
}
