import type { stationsJa } from './stations.ja';

const m = (metres: number) => `${metres.toFixed(2)} m`;

/** English: loudspeakers and gauges on the map. */
export const stationsEn: typeof stationsJa = {
  what: {
    radio:
      'What the master station heard back from each broadcast, with the time it said so; nothing from before the hub was started.',
    gauges:
      'Levels are those that river forecasts of the last 24 hours tell of. Gauges they do not name show their place and thresholds alone.',
  },
  signs: {
    heard: 'Answered',
    silent: 'Not known to have sounded (no answer, a fault, in use)',
    unknown: 'Cannot answer, or was not asked',
    reached: 'At or above one of its thresholds',
    below: 'Below all its thresholds',
    place: 'No measurement has come',
  },
  states: {
    OK: 'answered',
    NO_ANSWER: 'no answer',
    BUSY: 'in use for something else',
    FAULT: 'reports a fault',
    ON_BATTERY: 'answered, on battery',
    NOT_TWO_WAY: 'cannot answer',
  },
  answered: (state, at) => `${state} (${at})`,
  notAsked: 'not asked yet',
  thresholds: {
    STANDBY: 'Stand-by level',
    CAUTION: 'Caution level',
    DECISION: 'Evacuation decision level',
    DANGER: 'Danger level',
  },
  threshold: (name, metres) => `${name} ${m(metres)}`,
  level: (metres, at, reached) => `${m(metres)} (measured ${at})${reached ? `, has reached: ${reached}` : ''}`,
  notMeasured: 'no measurement has come',
};
