import { useMemo, useState } from 'react';
import { useSituation } from '../../../api/queries';
import type { DistrictCollection, Session } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { hasRole, useSession } from '../../session/session';
import type { Act, Drawing } from '../draw/drawing';
import type { KnownPlace } from '../draw/place';
import { DrawPanel } from '../DrawPanel/DrawPanel';
import type { RoomLayer } from '../layers';
import { AreaActions } from './AreaActions';
import { InsidePanel } from './InsidePanel';
import type { PeopleAsked } from './PeopleList';
import { targetOf } from './targetArea';
import { useInside } from './useInside';
import { ZoneChoice } from './ZoneChoice';
import { dangersOf, warningsOf } from './zones';

interface Props {
  drawing: Drawing | null;
  districts: DistrictCollection | undefined;
  known: readonly KnownPlace[];
  layers: readonly RoomLayer[];
  onAct: (act: Act) => void;
  onPeople: (asked: PeopleAsked) => void;
}

/** Whether somebody may ask whom an area holds. */
export function mayCount(session: Session): boolean {
  return hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'WELFARE_STAFF');
}

/** Whether somebody may ask for the names of those on the register; the hub asks what for, and by which provision. */
function mayName(session: Session): boolean {
  return hasRole(session, 'WELFARE_STAFF', 'DUTY_OFFICER');
}

/** An area, drawn or named, and whom it holds. */
export function AreaDesk({ drawing, districts, known, layers, onAct, onPeople }: Props) {
  const texts = useTexts();
  const session = useSession();
  const situation = useSituation();
  const [zone, setZone] = useState('');
  const dangers = useMemo(() => dangersOf(layers, texts), [layers, texts]);
  const warnings = useMemo(() => warningsOf(situation.data?.inForce ?? []), [situation.data]);
  const named = drawing ? undefined : [...dangers, ...warnings].find(({ key }) => key === zone);
  const drawn = useMemo(() => targetOf(drawing), [drawing]);
  const area = named?.area ?? drawn;
  const inside = useInside(area);
  const choose = (key: string) => {
    onAct({ type: 'stop' });
    setZone(key);
  };
  return (
    <DrawPanel
      title={texts.mapRoom.draw.title}
      drawing={drawing}
      tools={tools}
      districts={districts}
      known={known}
      onAct={onAct}
      summary={
        <>
          {!drawing && <ZoneChoice dangers={dangers} warnings={warnings} chosen={named?.key ?? ''} onChoose={choose} />}
          <InsidePanel area={area} inside={inside} />
        </>
      }
    >
      {area && inside.data && mayName(session) && (
        <div>
          <Button
            onClick={() => onPeople({ area, name: named?.name ?? texts.mapRoom.people.drawn, hazard: named?.hazard })}
          >
            {texts.mapRoom.people.show}
          </Button>
        </div>
      )}
      {area && inside.data && <AreaActions count={inside.data} districts={districts} />}
    </DrawPanel>
  );
}

const tools = ['polygon', 'circle', 'districts'] as const;
