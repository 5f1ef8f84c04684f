import { useTexts } from '../../i18n/language';
import styles from './LevelBadge.module.css';

/** 警戒レベル, where the law knows one. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** A number from outside as a level, null for everything that is none. */
export function toLevel(value: number | null | undefined): Level | null {
  return value && value >= 1 && value <= 5 ? (Math.trunc(value) as Level) : null;
}

/** The more it threatens, the more it looks like a stop sign: ring, disc, triangle, diamond, octagon. */
const shapes: Record<Level, string> = {
  1: 'M16 5.500a10.500 10.500 0 1 0 0 21 10.500 10.500 0 0 0 0-21z',
  2: 'M16 4a12 12 0 1 0 0 24 12 12 0 0 0 0-24z',
  3: 'M16 3L31 28H1L16 3z',
  4: 'M16 1L31 16 16 31 1 16 16 1z',
  5: 'M10 1.500h12L30.500 10v12L22 30.500H10L1.500 22V10L10 1.500z',
};

/** The shape with the number alone, for maps and narrow places; always beside its name. */
export function LevelShape({ level, size = 28 }: { level: Level; size?: number }) {
  return <Shape className={styles.shape} level={level} size={size} />;
}

function Shape({ className, level, size }: { className: string | undefined; level: Level; size: number }) {
  return (
    <svg className={className} data-level={level} viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path d={shapes[level]} />
      <text x="16" y={level === 3 ? 26 : 22.5} textAnchor="middle">
        {level}
      </text>
    </svg>
  );
}

/** A level with its number, its shape, its colours and a name: none of them has to be seen to know it. */
export function LevelBadge({ level, name }: { level: Level; name: string }) {
  const texts = useTexts();
  return (
    <span className={styles.badge} data-level={level}>
      <Shape className={styles.inBadge} level={level} size={24} />
      <span>
        <span className="visually-hidden">{texts.level.number(level)} </span>
        {name}
      </span>
    </span>
  );
}
