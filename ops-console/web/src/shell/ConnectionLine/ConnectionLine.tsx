import { lastHeardAt, useConnected } from '../../api/connection';
import { useLanguage } from '../../i18n/language';
import { timeOfDay } from '../../time/clock';
import { Icon } from '../../ui/Icon/Icon';
import styles from './ConnectionLine.module.css';

/** Says that the hub cannot be reached, since when, and what still works. */
export function ConnectionLine() {
  const { language, texts } = useLanguage();
  const connected = useConnected();
  return (
    <div role="alert" className={styles.place}>
      {!connected && (
        <div className={styles.line}>
          <Icon name="caution" size={24} />
          <div>
            <strong>{texts.connection.lost}</strong>
            <p>{texts.connection.lostSince(timeOfDay(lastHeardAt(), language, true))}</p>
            <p>{texts.connection.lostStill}</p>
          </div>
        </div>
      )}
    </div>
  );
}
