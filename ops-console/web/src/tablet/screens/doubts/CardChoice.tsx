import { useLanguage } from '../../../i18n/language';
import { timeNear } from '../../../time/clock';
import { versionsOf } from '../../acts/decide';
import { says } from '../../log/event';
import { Big } from '../../parts/Big';
import { useJournal, useWrite } from '../../parts/tablet';
import type { Doubt } from '../../projection/state';
import styles from '../screens.module.css';
import { HouseholdFacts, PersonFacts } from './CardFacts';

/** Versions of one card side by side, one of which is to stand. */
export function CardChoice({ doubt }: { doubt: Extract<Doubt, { type: 'CARD' }> }) {
  const { texts: all, language } = useLanguage();
  const texts = all.tablet.doubtsPage;
  const { state } = useJournal();
  const write = useWrite();
  return (
    <>
      <h2>{texts.card}</h2>
      <div className={styles.versions}>
        {versionsOf(state, doubt).map(({ event, keep }) => (
          <section key={event.id} className={styles.box}>
            <p>{texts.cardBy(timeNear(new Date(event.at), new Date(), language), event.by)}</p>
            {says(event, 'evacuee') && <PersonFacts card={event.fact.card} />}
            {says(event, 'household') && <HouseholdFacts card={event.fact.card} />}
            <Big onClick={() => void write([keep])}>{texts.cardKeep}</Big>
          </section>
        ))}
      </div>
    </>
  );
}
