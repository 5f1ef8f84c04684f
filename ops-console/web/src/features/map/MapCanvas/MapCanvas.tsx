import type { FeatureCollection } from 'geojson';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { useDark } from '../../../shell/Preferences/theme';
import { Notice } from '../../../ui/Notice/Notice';
import type { BaseMap } from '../base/baseMap';
import { type Bounds, boundsOf } from '../DistrictMap/bounds';
import { type Act, actOfKey, type Drawing } from '../draw/drawing';
import type { Position } from '../draw/position';
import type { DistrictCollection } from '../../../api/types';
import { type Overlay, overlays, type TileLayer } from '../room/mapStyle';
import { RoomSheet, type Seen, type View } from '../room/RoomSheet';
import styles from './MapCanvas.module.css';

export interface MapCanvasProps {
  districts: DistrictCollection;
  features: Readonly<Partial<Record<Overlay, FeatureCollection>>>;
  tiles: readonly TileLayer[];
  drawing: Drawing | null;
  focus: Seen | null;
  view: View | null;
  /** What lies under everything; absent: the console's own paper. */
  base?: BaseMap;
  /** Something new that shall be seen as a whole. */
  reach?: Bounds | null;
  forPrint?: boolean;
  onAct?: (act: Act) => void;
  /** A place was chosen while nothing is drawn, by pressing or with Enter at the cross-hair. */
  onPlace?: ((at: Position) => void) | undefined;
  /** Somebody's sign was pressed. */
  onPick?: (id: string) => void;
  onSeen: (seen: readonly Seen[], view: View) => void;
  onBaseFailed?: (base: BaseMap) => void;
  /** This device cannot draw a map. */
  onUnavailable?: () => void;
}

/** The large map itself. Everything on it comes from the hub; what lies under it from where the reader chose. */
export default function MapCanvas(props: MapCanvasProps) {
  const { districts, features, tiles, drawing, focus, view, base = 'NONE', reach, forPrint = false } = props;
  const { mapRoom: texts } = useTexts();
  const dark = useDark() && !forPrint;
  const box = useRef<HTMLDivElement>(null);
  const sheet = useRef<RoomSheet>(null);
  const latest = useRef(props);
  const lastView = useRef(view);
  const [available, setAvailable] = useState(true);
  latest.current = props;

  useEffect(() => {
    if (!box.current) return;
    try {
      sheet.current = new RoomSheet(
        box.current,
        {
          bounds: boundsOf(districts),
          view: lastView.current,
          dark,
          forPrint,
          handles: texts.corners,
          label: texts.label,
        },
        {
          onPress: (at, district) => press(latest.current, at, district),
          onAct: (act) => latest.current.onAct?.(act),
          onPick: (id) => latest.current.onPick?.(id),
          onDoublePress: () => latest.current.drawing && latest.current.onAct?.({ type: 'finish' }),
          onSeen: (seen, now) => {
            lastView.current = now;
            latest.current.onSeen(seen, now);
          },
          onBaseFailed: (which) => latest.current.onBaseFailed?.(which),
        },
      );
    } catch {
      // No WebGL on this device: the list beside says everything.
      setAvailable(false);
      latest.current.onUnavailable?.();
    }
    return () => {
      sheet.current?.remove();
      sheet.current = null;
    };
  }, [districts, dark, forPrint, texts]);

  useEffect(() => {
    for (const name of overlays) {
      const drawn = features[name];
      if (drawn) sheet.current?.draw(name, drawn);
    }
  }, [features, districts, dark]);
  useEffect(() => sheet.current?.showBase(base), [base, districts, dark]);
  useEffect(() => {
    if (reach) sheet.current?.reveal(reach);
  }, [reach]);
  useEffect(() => sheet.current?.showTiles(tiles), [tiles, districts, dark]);
  useEffect(() => sheet.current?.focus(focus), [focus, districts, dark]);
  useEffect(() => sheet.current?.setDrawing(drawing), [drawing, districts, dark]);

  if (!available) return <Notice tone="info">{texts.noWebGl}</Notice>;
  const active = drawing
    ? (!drawing.done && drawing.tool !== 'districts') || isHeld(drawing)
    : props.onPlace !== undefined;
  return (
    <div
      className={styles.map}
      onKeyDown={(event) => {
        const at = sheet.current?.middle();
        if (!at || !(event.target instanceof HTMLCanvasElement)) return;
        const act = actOfKey(event.key, drawing, at);
        if (act) props.onAct?.(act);
        else if (event.key === 'Enter' && !drawing) props.onPlace?.(at);
        else return;
        event.preventDefault();
      }}
    >
      <div ref={box} className={styles.sheet} />
      {active && <span className={styles.cross} aria-hidden="true" />}
    </div>
  );
}

function isHeld(drawing: Drawing): boolean {
  return 'held' in drawing && drawing.held !== undefined;
}

function press(props: MapCanvasProps, at: Position, district: string | null) {
  if (props.drawing?.tool === 'districts' && !props.drawing.done) {
    if (district) props.onAct?.({ type: 'choose', code: district });
  } else if (props.drawing && (!props.drawing.done || props.drawing.tool === 'point' || isHeld(props.drawing))) {
    props.onAct?.({ type: 'put', at });
  } else if (!props.drawing) {
    props.onPlace?.(at);
  }
}
