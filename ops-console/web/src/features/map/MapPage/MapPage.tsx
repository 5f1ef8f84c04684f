import { useCallback, useMemo, useReducer, useState } from 'react';
import { Link, useSearch } from 'wouter';
import { useDistricts } from '../../../api/queries';
import { useTexts } from '../../../i18n/language';
import { usePageTitle } from '../../../shell/pageTitle';
import buttons from '../../../ui/Button/Button.module.css';
import { Icon } from '../../../ui/Icon/Icon';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import { Segmented } from '../../../ui/Segmented/Segmented';
import { useSession } from '../../session/session';
import { BaseChoice } from '../base/BaseChoice';
import { BaseNote } from '../base/BaseNote';
import { draw } from '../draw/drawing';
import { InView } from '../InView/InView';
import { groupsOf } from '../InView/inView';
import { AreaDesk, mayCount } from '../inside/AreaDesk';
import { type PeopleAsked, PeopleList } from '../inside/PeopleList';
import { LayerPanel } from '../LayerPanel/LayerPanel';
import { MapCanvas } from '../MapCanvas';
import { LoopLayers } from '../loop/LoopLayers';
import { LoopList } from '../loop/LoopList';
import { useLoop } from '../loop/useLoop';
import { boundsOfWay, wayFeatures } from '../roads/features';
import { RoadDesk } from '../roads/RoadDesk';
import { useRoads } from '../roads/useRoads';
import { districtFeatures, drawingFeatures, seenIn } from '../room/overlays';
import type { Seen, View } from '../room/RoomSheet';
import { useRoom } from '../useRoom';
import { readLook, writeLook } from '../view';
import styles from './MapPage.module.css';

type Desk = 'area' | 'roads';

/** The map's room: what lies where, for eyes and for ears; whom an area holds; how people get to safety. */
export function MapPage() {
  const texts = useTexts();
  const session = useSession();
  const look = readLook(useSearch());
  const [desk, setDesk] = useState<Desk>(mayCount(session) ? 'area' : 'roads');
  const [drawing, act] = useReducer(draw, null);
  const [seen, setSeen] = useState<readonly Seen[]>([]);
  const [view, setView] = useState<View | null>(look.view);
  const [blind, setBlind] = useState(false);
  const [focus, setFocus] = useState<Seen | null>(null);
  const [people, setPeople] = useState<PeopleAsked | null>(null);
  const room = useRoom(look);
  const roads = useRoads();
  const loop = useLoop(session);
  const [picked, setPicked] = useState<string | null>(null);
  const districts = useDistricts();
  usePageTitle(texts.mapRoom.title, session.mode);
  const features = useMemo(
    () => ({
      sites: room.sites,
      closures: room.closures,
      ...room.stations,
      ...loop.features,
      ...(districts.data && { districts: districtFeatures(districts.data, room.marks, drawing, texts) }),
      ways: wayFeatures(roads.from, roads.way.data),
      drawing: drawingFeatures(drawing),
    }),
    [
      room.sites,
      room.closures,
      room.stations,
      loop.features,
      districts.data,
      room.marks,
      roads.from,
      roads.way.data,
      drawing,
      texts,
    ],
  );
  const onSeen = useCallback((now: readonly Seen[], at: View) => {
    setSeen(now);
    setView(at);
  }, []);
  const turnTo = (next: Desk) => {
    act({ type: 'stop' });
    setDesk(next);
  };
  const reach = useMemo(() => boundsOfWay(roads.way.data), [roads.way.data]);
  const drawn = { drawing, districts: districts.data, known: room.known, onAct: act };
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
          {mayCount(session) && (
            <Segmented<Desk>
              legend={texts.mapRoom.desks.title}
              silent
              value={desk}
              options={[
                { value: 'area', label: texts.mapRoom.desks.area },
                { value: 'roads', label: texts.mapRoom.desks.roads },
              ]}
              onChange={turnTo}
            />
          )}
          {desk === 'area' ? (
            <AreaDesk {...drawn} layers={room.layers} onPeople={setPeople} />
          ) : (
            <RoadDesk {...drawn} roads={roads} onFrom={roads.setFrom} onFocus={setFocus} />
          )}
          <LoopLayers loop={loop} />
          <LayerPanel {...room} onToggle={room.toggle} onColouring={room.colour}>
            <BaseChoice base={room.base} />
          </LayerPanel>
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
              base={room.base.shown}
              reach={reach}
              onAct={act}
              onPlace={desk === 'roads' ? roads.setFrom : undefined}
              onPick={setPicked}
              onSeen={onSeen}
              onBaseFailed={room.base.onFailed}
              onUnavailable={() => setBlind(true)}
            />
          )}
          <BaseNote base={room.base} city={room.cityAttribution} />
        </div>
        <div className={styles.list}>
          {(loop.missingShown || loop.reports.length > 0) && (
            <LoopList loop={loop} picked={picked} onFocus={setFocus} />
          )}
          <InView groups={groupsOf(blind ? seenIn(features) : seen, room.named, texts)} onFocus={setFocus} />
        </div>
      </div>
      {people && <PeopleList asked={people} onClose={() => setPeople(null)} />}
    </>
  );
}
