import { useLanguage } from '../../i18n/language';
import { timeNear } from '../../time/clock';
import { useNow } from '../../time/useNow';
import styles from './AsOf.module.css';

interface Props {
  /** When the figure was true. */
  at: string | Date;
  /** How old it may be before it says so, in seconds. */
  freshFor?: number;
}

/** As of when a figure holds. Grown older than expected it says in place how old it is. */
export function AsOf({ at, freshFor = 90 }: Props) {
  const { language, texts } = useLanguage();
  const now = useNow();
  const instant = new Date(at);
  const age = Math.floor((now.getTime() - instant.getTime()) / 1000);
  const old = age > freshFor;
  return (
    <time className={old ? styles.old : styles.fresh} dateTime={instant.toISOString()}>
      {old ? texts.time.valueOfAgo(age) : texts.time.asOf(timeNear(instant, now, language, freshFor < 600))}
    </time>
  );
}

/** When something happened, with its day where that is not today. */
export function At({ at, seconds = false }: { at: string | Date; seconds?: boolean }) {
  const { language } = useLanguage();
  const now = useNow();
  const instant = new Date(at);
  return <time dateTime={instant.toISOString()}>{timeNear(instant, now, language, seconds)}</time>;
}
