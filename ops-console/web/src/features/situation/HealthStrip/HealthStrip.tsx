import type { MediumHealth, Situation, Source } from '../../../api/types';
import { useLanguage } from '../../../i18n/language';
import { timeNear } from '../../../time/clock';
import { useNow } from '../../../time/useNow';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { type Status, StatusMark } from '../../../ui/StatusMark/StatusMark';
import { sourceName } from '../../chronology/lines';
import styles from './HealthStrip.module.css';

const marks: Record<Source['state'] | MediumHealth['state'], Status> = {
  WELL: 'success',
  STALE: 'caution',
  FAILING: 'failure',
  TROUBLED: 'failure',
  OFF: 'off',
};

/** How every source and every medium is, and as of when that is known. */
export function HealthStrip({ situation }: { situation: Situation }) {
  const { language, texts } = useLanguage();
  const now = useNow();
  const last = (source: Source) =>
    source.lastMessage
      ? texts.situation.lastMessage(timeNear(new Date(source.lastMessage), now, language))
      : texts.situation.noMessage;
  return (
    <div className={styles.strip}>
      <section aria-label={texts.situation.sources}>
        <h3>{texts.situation.sources}</h3>
        <ul>
          {situation.sources.map((source) => (
            <Health
              key={source.name}
              {...source}
              name={sourceName(texts, source.name)}
              detail={source.detail || last(source)}
            />
          ))}
        </ul>
      </section>
      <section aria-label={texts.situation.media}>
        <h3>{texts.situation.media}</h3>
        <ul>
          {situation.media.map((medium) => (
            <Health
              key={medium.medium}
              {...medium}
              name={texts.medium[medium.medium]}
              detail={texts.situation.waiting(medium.waiting)}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

interface HealthProps {
  name: string;
  state: Source['state'] | MediumHealth['state'];
  asOf: string;
  detail: string;
}

function Health({ name, state, asOf, detail }: HealthProps) {
  const { texts } = useLanguage();
  return (
    <li data-state={state}>
      <p className={styles.head}>
        <strong>{name}</strong>
        <StatusMark status={marks[state]}>{texts.situation.state[state]}</StatusMark>
      </p>
      <p className={styles.detail}>
        <span>{detail}</span>
        {state !== 'OFF' && <AsOf at={asOf} freshFor={180} />}
      </p>
    </li>
  );
}
