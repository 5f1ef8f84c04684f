import { lazy, Suspense, useMemo } from 'react';
import { useTexts } from '../../../i18n/language';
import { Skeleton } from '../../../ui/Skeleton/Skeleton';
import styles from '../plans.module.css';
import { colourOf } from '../../map/hazards/hazardLook';
import type { PlanContent, Surroundings } from '../plan';
import { placesOf } from './places';

// The map library is larger than all the rest: whoever only needs the list does not wait for it.
const Drawing = lazy(() => import('./PlanDrawing'));

/** Home, destinations and ways, as a drawing and as a list beside it. */
export function PlanMap({ content, surroundings }: { content: PlanContent; surroundings: Surroundings }) {
  const texts = useTexts().plans;
  const { person, hazard, zones } = surroundings;
  const { home } = person;
  const marks = useMemo(() => placesOf(content, home, texts.map), [content, home, texts]);
  if (marks.length === 0) return <p className="soft">{texts.person.noHome}</p>;
  return (
    <div className={styles.mapAndList}>
      <div>
        <Suspense fallback={<Skeleton rows={5} />}>
          <Drawing marks={marks} ways={content.routes} hazard={hazard} zones={zones} />
        </Suspense>
        <p className="soft small">{texts.map.scale}</p>
      </div>
      <div>
        <strong>{texts.map.list}</strong>
        <ul>
          {marks.map((mark) => (
            <li key={mark.label}>
              {mark.label} {mark.name}
            </li>
          ))}
          {zones.map(({ rank, label }) => (
            <li key={`${rank} ${label}`} className={styles.row}>
              <span aria-hidden className={styles.swatch} style={{ background: colourOf(hazard, rank) }} /> {label}
            </li>
          ))}
          {content.routes.map((route, index) => (
            <li key={index}>
              {index === 0 ? texts.map.route : texts.map.alternative}:{' '}
              {texts.places.routeValue(texts.places.metres(route.metres), route.minutes)}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
