import { useCallback, useMemo, useReducer, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useDistricts } from '../../../api/queries';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import buttons from '../../../ui/Button/Button.module.css';
import { Icon } from '../../../ui/Icon/Icon';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { useSession } from '../../session/session';
import { draw } from '../draw/drawing';
import { DrawPanel } from '../DrawPanel/DrawPanel';
import { InsidePanel } from '../inside/InsidePanel';
import { targetOf } from '../inside/targetArea';
import { InView } from '../InView/InView';
import { groupsOf } from '../InView/inView';
import { LayerPanel } from '../LayerPanel/LayerPanel';
import { MapCanvas } from '../MapCanvas';
import { districtFeatures, drawingFeatures, seenIn } from '../room/overlays';
import type { Seen, View } from '../room/RoomSheet';
import { useRoom } from '../useRoom';
import { readLook, writeLook } from '../view';
import styles from './MapPage.module.css';

/** The map's room: what lies where, for eyes and for ears, and whom an area holds. */
export function MapPage() {
  const texts = useTexts();
  const session = useSession();
  const look = readLook(useSearch());
  const [drawing, act] = useReducer(draw, null);
  const [seen, setSeen] = useState<readonly Seen[]>([]);
  const [view, setView] = useState<View | null>(look.view);
  const [blind, setBlind] = useState(false);
  const [focus, setFocus] = useState<Seen | null>(null);
  const room = useRoom(look);
  const districts = useDistricts();
  usePageTitle(texts.mapRoom.title, session.mode);
  const features = useMemo(
    () => ({
      sites: room.sites,
      ...(districts.data && { districts: districtFeatures(districts.data, room.marks, drawing, texts) }),
      drawing: drawingFeatures(drawing),
    }),
    [room.sites, districts.data, room.marks, drawing, texts],
  );
  const onSeen = useCallback((now: readonly Seen[], at: View) => {
    setSeen(now);
    setView(at);
  }, []);
  const area = useMemo(() => targetOf(drawing), [drawing]);
  return (
    <>
      <header className={styles.head}>
        <h1>{texts.mapRoom.title}</h1>
        <p className="soft small">{texts.mapRoom.keys}</p>
        <Link
          href={`/map/print?${writeLook({ view, layers: [...room.shown], colouring: room.colouring })}`}
          className={`${buttons['button']} ${styles.print}`}
        >
          <Icon name="print" />
          {texts.mapRoom.printView}
        </Link>
      </header>
      <ProblemNotice error={districts.error} onRetry={() => void districts.refetch()} />
      <ProblemNotice error={room.error} onRetry={room.retry} />
      <div className={styles.grid}>
        <div className={styles.side}>
          <DrawPanel
            title={texts.mapRoom.draw.title}
            drawing={drawing}
            tools={areaTools}
            districts={districts.data}
            known={room.known}
            onAct={act}
          >
            <InsidePanel area={area} districts={districts.data} />
          </DrawPanel>
          <LayerPanel {...room} onToggle={room.toggle} onColouring={room.colour} />
        </div>
        <div className={styles.map}>
          {districts.data && (
            <MapCanvas
              districts={districts.data}
              features={features}
              tiles={room.tiles}
              drawing={drawing}
              focus={focus}
              view={look.view}
              onAct={act}
              onSeen={onSeen}
              onUnavailable={() => setBlind(true)}
            />
          )}
        </div>
        <div className={styles.list}>
          <InView groups={groupsOf(blind ? seenIn(features) : seen, room.named, texts)} onFocus={setFocus} />
        </div>
      </div>
    </>
  );
}

const areaTools = ['polygon', 'circle', 'districts'] as const;
