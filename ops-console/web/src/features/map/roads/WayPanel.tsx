import type { components } from '../../../api/schema';
import type { HazardKind } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { AsOf } from '../../../ui/AsOf/AsOf';
import { Field } from '../../../ui/Field/Field';
import { Notice } from '../../../ui/Notice/Notice';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Segmented } from '../../../ui/Segmented/Segmented';
import type { Position } from '../draw/position';
import { type KnownPlace, written } from '../draw/place';
import { PlaceField } from '../PlaceField/PlaceField';
import type { RoutePlan, useWay, WayProfile } from './queries';
import styles from './roads.module.css';

/** How the way is looked for. */
export interface WayHow {
  profile: WayProfile;
  danger: HazardKind | '';
}

interface Props {
  from: Position | null;
  how: WayHow;
  way: ReturnType<typeof useWay>;
  known: readonly KnownPlace[];
  onFrom: (at: Position) => void;
  onHow: (how: WayHow) => void;
}

/** The way to the nearest open site that fits, as it is with the closures of this moment. */
export function WayPanel({ from, how, way, known, onFrom, onHow }: Props) {
  const texts = useTexts();
  const { way: words, kind } = texts.mapRoom;
  return (
    <Panel title={words.title}>
      <p className="small soft">{words.how}</p>
      <PlaceField label={words.from} action={words.show} known={known} onPlace={onFrom} />
      <Segmented
        legend={words.profile}
        silent
        value={how.profile}
        options={[
          { value: 'FOOT', label: words.profiles.FOOT },
          { value: 'WHEELCHAIR', label: words.profiles.WHEELCHAIR },
        ]}
        onChange={(profile) => onHow({ ...how, profile })}
      />
      <Field label={words.danger}>
        {(wiring) => (
          <select
            {...wiring}
            value={how.danger}
            onChange={(event) => onHow({ ...how, danger: event.target.value as HazardKind | '' })}
          >
            <option value="">{words.anyDanger}</option>
            {Object.entries(kind).map(([each, word]) => (
              <option key={each} value={each}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <ProblemNotice error={way.error} onRetry={() => void way.refetch()} />
      {from && <p className="small soft">{words.start(written(from))}</p>}
      {from && way.data && <Found plan={way.data} />}
    </Panel>
  );
}

function Found({ plan: { site, route, alternative } }: { plan: RoutePlan }) {
  const texts = useTexts();
  const { way: words } = texts.mapRoom;
  if (!route || !site) return <Notice tone="caution" title={words.none} />;
  return (
    <section className={styles.found} aria-label={words.result}>
      <div role="status">
        <p className={styles.goal}>{site.name}</p>
        <p>
          {words.length(route.minutes, route.metres)} {site.open ? words.open : words.notOpen}
        </p>
        {route.basis !== 'ROADS' && <p className={styles.straight}>{words.basis[route.basis]}</p>}
      </div>
      {route.warnings.length > 0 && (
        <>
          <h3>{words.warnings}</h3>
          <ul className={styles.plain}>
            {warned(route.warnings).map(([kind, metres]) => (
              <li key={kind}>{words.warning(words.kinds[kind], metres)}</li>
            ))}
          </ul>
        </>
      )}
      {route.legs.length > 0 && (
        <details>
          <summary>{words.legs(route.legs.length)}</summary>
          <ol className={styles.legs}>
            {route.legs.map((leg) => (
              <li key={`${leg.from.latitude},${leg.from.longitude}`}>
                {words.leg(words.directions[leg.direction], leg.street, leg.metres)}
              </li>
            ))}
          </ol>
        </details>
      )}
      {alternative && <p className="small">{words.other(alternative.minutes, alternative.metres)}</p>}
      <p className="soft small">
        <AsOf at={route.asOf} freshFor={600} />
      </p>
    </section>
  );
}

type Warning = components['schemas']['RouteView']['warnings'][number];

/** Each kind of warning once, with how much of the way it concerns. */
function warned(warnings: readonly Warning[]): [Warning['kind'], number][] {
  const metres = new Map<Warning['kind'], number>();
  for (const warning of warnings) metres.set(warning.kind, (metres.get(warning.kind) ?? 0) + warning.metres);
  return [...metres];
}
