import { useEffect, useRef } from 'react';
import styles from '../LayerPanel/LayerPanel.module.css';
import { signSize } from '../room/pictures';
import type { Grade, ReportSign, Standing } from './look';
import { drawCase, drawReport } from './pictures';

type Sign = ReportSign | { standing: Standing; grade: Grade };

/** The map's own sign of somebody, for the legend and the list. */
export function LoopSign({ sign }: { sign: Sign }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [standing, grade] = typeof sign === 'string' ? [sign, null] : [sign.standing, sign.grade];
  useEffect(() => {
    try {
      const picture = grade === null ? drawReport(standing as ReportSign) : drawCase(standing as Standing, grade);
      canvas.current?.getContext('2d')?.putImageData(picture, 0, 0);
    } catch {
      // A device that cannot draw still has the words beside.
    }
  }, [standing, grade]);
  return <canvas ref={canvas} className={styles.sign} width={signSize} height={signSize} aria-hidden="true" />;
}
