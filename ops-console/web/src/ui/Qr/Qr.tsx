import { create } from 'qrcode';
import { useMemo } from 'react';
import styles from './Qr.module.css';

const margin = 4;

/** A text as a QR code, dark on white whatever the theme. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'L' });
    const dark = Array.from({ length: modules.size * modules.size }, (_, place) => place).filter((place) =>
      modules.get(Math.floor(place / modules.size), place % modules.size),
    );
    return {
      size: modules.size,
      path: dark.map((place) => `M${place % modules.size} ${Math.floor(place / modules.size)}h1v1h-1z`).join(''),
    };
  }, [text]);
  const box = `${-margin} ${-margin} ${size + 2 * margin} ${size + 2 * margin}`;
  return (
    <svg className={styles.qr} viewBox={box} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}
