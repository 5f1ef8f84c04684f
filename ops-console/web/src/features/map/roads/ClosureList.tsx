import type { Geometry } from 'geojson';
import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { AsOf, At } from '../../../ui/AsOf/AsOf';
import { Button } from '../../../ui/Button/Button';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';
import type { Seen } from '../room/RoomSheet';
import { type Closure, type useClosures, useLiftClosure } from './queries';
import styles from './roads.module.css';

interface Props {
  closures: ReturnType<typeof useClosures>;
  /** Whether the reader may open ways again. */
  mayLift: boolean;
  onFocus: (seen: Seen | null) => void;
}

/** The closed ways, to be read and to be opened again. */
export function ClosureList({ closures: { data, error, refetch }, mayLift, onFocus }: Props) {
  const { closures: texts } = useTexts().mapRoom;
  return (
    <Panel title={texts.list} aside={data && <AsOf at={data.asOf} />}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data?.features.length === 0 && <p>{texts.none}</p>}
      <ul className={styles.closures}>
        {data?.features.map((closure) => (
          <Line key={closure.id} closure={closure} mayLift={mayLift} onFocus={onFocus} />
        ))}
      </ul>
    </Panel>
  );
}

function Line({ closure, mayLift, onFocus }: { closure: Closure } & Pick<Props, 'mayLift' | 'onFocus'>) {
  const { closures: texts } = useTexts().mapRoom;
  const lift = useLiftClosure();
  const [asked, setAsked] = useState(false);
  const { reason, appliesTo, from, until, inForce } = closure.properties;
  const seen: Seen = { layer: 'closures', properties: {}, geometry: closure.geometry as unknown as Geometry };
  return (
    <li>
      <p className={styles.reason}>{reason}</p>
      <p className="small">
        <StatusMark status={inForce ? 'caution' : 'waiting'}>{inForce ? texts.now : texts.later}</StatusMark>
        {appliesTo === 'WHEELCHAIR' && ` ${texts.appliesTo.WHEELCHAIR}`}
      </p>
      <p className="small soft">
        <At at={from} />
        {texts.to}
        {until ? <At at={until} /> : texts.open}
      </p>
      <ProblemNotice error={lift.error} />
      <div className={styles.buttons}>
        <Button look="quiet" onClick={() => onFocus(seen)} onBlur={() => onFocus(null)}>
          {texts.show}
        </Button>
        {mayLift && !asked && (
          <Button onClick={() => setAsked(true)} aria-label={texts.liftOf(reason)}>
            {texts.lift}
          </Button>
        )}
        {mayLift && asked && (
          <>
            <Button look="primary" busy={lift.isPending} autoFocus onClick={() => lift.mutate(closure.id)}>
              {texts.reallyLift}
            </Button>
            <Button look="quiet" onClick={() => setAsked(false)}>
              {texts.keep}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
