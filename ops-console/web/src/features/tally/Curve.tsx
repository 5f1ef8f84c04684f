import type { TallyHistory } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { useNow } from '../../time/useNow';
import { At } from '../../ui/AsOf/AsOf';
import { curve } from './curve';
import styles from './tally.module.css';

const width = 480;
const height = 64;

/** How many there were since the day before, drawn; the highest is said in words beside it. The figure of now may be higher. */
export function Curve({ history, people }: { history: TallyHistory; people: number }) {
  const texts = useTexts().tally;
  const now = useNow();
  // The minute that runs is noted when it is over.
  const { peak } = history;
  if (!peak) return null;
  return (
    <figure className={styles.curve}>
      <svg viewBox={`0 -4 ${width} ${height + 8}`} aria-hidden="true" preserveAspectRatio="none">
        <path d={curve(history.points, now, width, height)} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption>
        {people > peak.people ? (
          texts.peakNow(people)
        ) : (
          <>
            {texts.peak(peak.people)} (<At at={peak.minute} />)
          </>
        )}
      </figcaption>
    </figure>
  );
}
