import { useLanguage } from '../../i18n/language';
import { timeNear } from '../../time/clock';
import { Big } from '../parts/Big';
import { useJournal, useTablet } from '../parts/tablet';
import { nameFact } from './nameFact';
import { Screen } from './Screen';
import styles from './screens.module.css';

/** What the hub would not take: kept, and told why. */
export function RefusedPage() {
  const { texts: all, language } = useLanguage();
  const texts = all.tablet.refusedPage;
  const { journal, sync } = useTablet();
  const { refused, state } = useJournal();
  const again = async () => {
    await journal.mark(
      refused.map(({ event }) => event.id),
      'UNSENT',
    );
    await sync.now();
  };
  return (
    <Screen title={texts.title}>
      {refused.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <p>{texts.what}</p>
          <ul className={styles.families}>
            {refused.map(({ event, refusal }) => (
              <li key={event.id} className={styles.box}>
                <strong>
                  {timeNear(new Date(event.at), new Date(), language)} {nameFact(event.fact, all.tablet, state)}
                </strong>
                <span>{texts.codes[refusal] ?? texts.otherCode}</span>
              </li>
            ))}
          </ul>
          <Big look="primary" wide onClick={() => void again()}>
            {texts.again}
          </Big>
        </>
      )}
    </Screen>
  );
}
