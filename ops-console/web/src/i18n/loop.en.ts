import type { loopJa } from './loop.ja';

const n = (value: number) => value.toLocaleString('en-GB');

/** English: those not yet safe, and residents' reports, on the map. */
export const loopEn: typeof loopJa = {
  title: 'Response',
  missing: (people) => `Homes of those not yet known to be safe (${n(people)})`,
  recorded: 'Showing them records in the access log whose home you looked at.',
  reports: (count) => `Residents’ reports with a location (${n(count)})`,
  risk: 'Risk',
  standings: {
    help: 'asks for help',
    staff: 'waits for staff',
    asked: 'supporter asked, or waiting for the signal',
    onTheWay: 'supporter has accepted or is on the way',
  },
  grades: {
    some: 'no grave circumstance',
    much: 'one grave circumstance',
    most: 'two or more (danger at home, condition, alone by day, time)',
  },
  kinds: { HELP: 'asks for help', SAFE: 'reports being safe (last 24 hours)' },
  grouped: 'Homes that lie close together are shown as a number. Press it to come nearer.',
  notPrinted: 'They are not on the printed map. Hand them to the fire service or police from the response’s room.',
  list: 'Safety and reports',
  missingTitle: 'Not yet known to be safe',
  reportsTitle: 'Residents’ reports',
  people: (people) => `${n(people)} ${people === 1 ? 'person' : 'people'}`,
  count: (count) => n(count),
  nobody: 'Nobody is left who is not known to be safe.',
  unplaced: (people) => `${n(people)} whose home is not known are not on the map.`,
  noHome: 'Home not known',
  more: (people) => `${n(people)} more in the response’s list`,
  show: 'Show on the map',
  showDoubtful: 'Show on the map (approximate)',
  showOf: (what) => `Show ${what} on the map`,
};
