import type { FeatureCollection } from 'geojson';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { useDark } from '../../../shell/Preferences/theme';
import { Notice } from '../../../ui/Notice/Notice';
import { boundsOf } from '../DistrictMap/bounds';
import { type Act, actOfKey, type Drawing, type Position } from '../draw/drawing';
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
  forPrint?: boolean;
  onAct?: (act: Act) => void;
  onPress?: (at: Position, district: string | null) => void;
  onSeen: (seen: readonly Seen[], view: View) => void;
  /** This device cannot draw a map. */
  onUnavailable?: () => void;
}

/** The large map itself. Everything on it comes from the hub. */
export default function MapCanvas(props: MapCanvasProps) {
  const { districts, features, tiles, drawing, focus, view, forPrint = false } = props;
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
        { bounds: boundsOf(districts), view: lastView.current, dark, forPrint, label: texts.label },
        {
          onPress: (at, district) => press(latest.current, at, district),
          onDoublePress: () => latest.current.drawing && latest.current.onAct?.({ type: 'finish' }),
          onSeen: (seen, now) => {
            lastView.current = now;
            latest.current.onSeen(seen, now);
          },
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
  }, [districts, dark, forPrint, texts.label]);

  useEffect(() => {
    for (const name of overlays) {
      const drawn = features[name];
      if (drawn) sheet.current?.draw(name, drawn);
    }
  }, [features, districts, dark]);
  useEffect(() => sheet.current?.showTiles(tiles), [tiles, districts, dark]);
  useEffect(() => sheet.current?.focus(focus), [focus, districts, dark]);
  useEffect(() => sheet.current?.setDrawing(drawing !== null), [drawing, districts, dark]);

  if (!available) return <Notice tone="info">{texts.noWebGl}</Notice>;
  const active = drawing !== null && !drawing.done && drawing.tool !== 'districts';
  return (
    <section
      className={styles.map}
      aria-label={texts.label}
      onKeyDown={(event) => {
        const at = sheet.current?.middle();
        const act = at && actOfKey(event.key, drawing, at);
        if (!act || !(event.target instanceof HTMLCanvasElement)) return;
        event.preventDefault();
        props.onAct?.(act);
      }}
    >
      <div ref={box} className={styles.sheet} />
      {active && <span className={styles.cross} aria-hidden="true" />}
    </section>
  );
}

function press(props: MapCanvasProps, at: Position, district: string | null) {
  if (props.drawing?.tool === 'districts' && !props.drawing.done) {
    if (district) props.onAct?.({ type: 'choose', code: district });
  } else if (props.drawing && !props.drawing.done) {
    props.onAct?.({ type: 'put', at });
  } else {
    props.onPress?.(at, district);
  }
}
