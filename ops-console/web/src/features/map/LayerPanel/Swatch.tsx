import { useEffect, useRef } from 'react';
import { drawHatch, type RankLook } from '../hazards/hazardLook';
import styles from './LayerPanel.module.css';

/** A piece of the map's own colour and hatch, for the legend. */
export function Swatch({ look }: { look: RankLook }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    try {
      canvas.current?.getContext('2d')?.putImageData(drawHatch(look.hatch), 0, 0);
    } catch {
      // A device that cannot draw still has the words beside.
    }
  }, [look.hatch]);
  return (
    <span className={styles.swatch} style={{ backgroundColor: look.colour }} aria-hidden="true">
      <canvas ref={canvas} width={32} height={32} />
    </span>
  );
}
