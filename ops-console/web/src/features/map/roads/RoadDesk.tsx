import type { DistrictCollection } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { hasRole, useSession } from '../../session/session';
import type { Act, Drawing } from '../draw/drawing';
import type { Position } from '../draw/position';
import type { KnownPlace } from '../draw/place';
import { shapeOf } from '../draw/shape';
import { DrawPanel } from '../DrawPanel/DrawPanel';
import type { Seen } from '../room/RoomSheet';
import { ClosureForm } from './ClosureForm';
import { ClosureList } from './ClosureList';
import type { Roads } from './useRoads';
import { WayPanel } from './WayPanel';

interface Props {
  roads: Roads;
  drawing: Drawing | null;
  districts: DistrictCollection | undefined;
  known: readonly KnownPlace[];
  onAct: (act: Act) => void;
  onFrom: (at: Position) => void;
  onFocus: (seen: Seen | null) => void;
}

/** Ways and what closes them, side by side: a closure shows at once what it does to a way. */
export function RoadDesk({ roads, drawing, districts, known, onAct, onFrom, onFocus }: Props) {
  const { closures: texts } = useTexts().mapRoom;
  const mayClose = hasRole(useSession(), 'DUTY_OFFICER');
  return (
    <>
      <WayPanel from={roads.from} how={roads.how} way={roads.way} known={known} onFrom={onFrom} onHow={roads.setHow} />
      {mayClose && (
        <DrawPanel
          title={texts.title}
          drawing={drawing}
          tools={tools}
          districts={districts}
          known={known}
          onAct={onAct}
        >
          {drawing && <ClosureForm shape={shapeOf(drawing, districts)} onClosed={() => onAct({ type: 'stop' })} />}
        </DrawPanel>
      )}
      <ClosureList closures={roads.closures} mayLift={mayClose} onFocus={onFocus} />
    </>
  );
}

const tools = ['line', 'point', 'polygon'] as const;
