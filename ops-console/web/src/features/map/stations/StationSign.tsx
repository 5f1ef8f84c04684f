import { useEffect, useRef } from 'react';
import styles from '../LayerPanel/LayerPanel.module.css';
import { signSize } from '../room/pictures';
import type { StationSignKind } from './look';
import { drawStation } from './pictures';

/** The map's own sign of a station, for the legend. */
export function StationSign({ sign }: { sign: StationSignKind }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    try {
      canvas.current?.getContext('2d')?.putImageData(drawStation(sign), 0, 0);
    } catch {
      // A device that cannot draw still has the words beside.
    }
  }, [sign]);
  return <canvas ref={canvas} className={styles.sign} width={signSize} height={signSize} aria-hidden="true" />;
}
