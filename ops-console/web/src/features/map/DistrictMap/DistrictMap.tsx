import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import type { DistrictCollection } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { useDark } from '../../../shell/Preferences/theme';
import { MapSheet } from './MapSheet';
import type { DistrictMarks } from './marks';
import styles from './DistrictMap.module.css';

export interface DistrictMapProps {
  districts: DistrictCollection;
  /** What each district stands under, by its code. */
  marks: DistrictMarks;
  chosen?: ReadonlySet<string>;
  /** Called with the code of a district that is pressed. */
  onPress?: (code: string) => void;
}

const nothing: ReadonlySet<string> = new Set();

/** The municipality's own outline, drawn from what the hub holds: no tile, font or style is fetched. */
export default function DistrictMap({ districts, marks, chosen = nothing, onPress }: DistrictMapProps) {
  const texts = useTexts();
  const dark = useDark();
  const box = useRef<HTMLDivElement>(null);
  const sheet = useRef<MapSheet>(null);
  const press = useRef(onPress);
  const [available, setAvailable] = useState(true);
  press.current = onPress;

  useEffect(() => {
    if (!box.current) return;
    try {
      sheet.current = new MapSheet(box.current, districts, dark, (code) => press.current?.(code));
    } catch {
      // No WebGL on this device: the list beside says everything.
      setAvailable(false);
    }
    return () => {
      sheet.current?.remove();
      sheet.current = null;
    };
  }, [districts, dark]);

  useEffect(() => {
    sheet.current?.show(marks, chosen);
  }, [marks, chosen, districts, dark]);

  if (!available) return <p className="soft small">{texts.map.unavailable}</p>;
  return (
    <section className={styles.map} data-pressable={onPress ? '' : undefined} aria-label={texts.map.label}>
      <div ref={box} className={styles.sheet} />
    </section>
  );
}
