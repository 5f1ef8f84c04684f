import { useEffect, useRef } from 'react';
import { drawSign, type SignKind, signSize } from '../room/pictures';
import styles from './LayerPanel.module.css';

/** The map's own sign of a kind of site, for the legend. */
export function SiteSign({ kind, open }: { kind: SignKind; open: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    try {
      canvas.current?.getContext('2d')?.putImageData(drawSign(kind, open), 0, 0);
    } catch {
      // A device that cannot draw still has the words beside.
    }
  }, [kind, open]);
  return <canvas ref={canvas} className={styles.sign} width={signSize} height={signSize} aria-hidden="true" />;
}
