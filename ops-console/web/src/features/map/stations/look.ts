import type { StationFacts } from '../../../api/types';

/** How a loudspeaker answered, as the map tells it: by shape, letter and how dark the sign is. */
export const answers = {
  heard: { letter: '応', shape: 'horn', filled: true },
  silent: { letter: '無', shape: 'horn', filled: false },
  unknown: { letter: '局', shape: 'horn', filled: false },
} as const;
export type AnswerSign = keyof typeof answers;

/** How high a gauge stands against its own thresholds; where nothing is measured only what it is. */
export const gauges = {
  reached: { letter: '超', shape: 'staff', filled: true },
  below: { letter: '下', shape: 'staff', filled: false },
  place: { letter: '計', shape: 'staff', filled: false },
} as const;
export type GaugeSign = keyof typeof gauges;

export type StationSignKind = AnswerSign | GaugeSign;
export const stationSigns = { ...answers, ...gauges };

/** The sign of a station: it claims nothing nobody has reported. */
export function signOfStation({ kind, answer, level }: StationFacts): StationSignKind {
  if (kind === 'GAUGE') {
    if (!level) return 'place';
    return level.reached ? 'reached' : 'below';
  }
  switch (answer?.state) {
    case 'OK':
    case 'ON_BATTERY':
      return 'heard';
    case 'NO_ANSWER':
    case 'FAULT':
    case 'BUSY':
      return 'silent';
    default:
      // It cannot answer, or was not asked: nobody knows.
      return 'unknown';
  }
}

/** The name of the picture of a station. */
export function stationPicture(sign: StationSignKind): string {
  return `station-${sign}`;
}
