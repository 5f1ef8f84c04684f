import type { reportsJa } from './reports.ja';

/** The words of what residents report. */
export const reportsEn: typeof reportsJa = {
  title: 'Reports from residents',
  kind: { HELP: 'Wants help', SAFE: 'Says to be safe, not confirmed' },
  confirm:
    'Only a name and a birth date were given, so this person does not count as safe. Confirm it, for instance by telephone, and record it in the case.',
  safe: (count: number) => `${count} report that they are safe`,
  none: 'No report is waiting.',
  number: (number: number) => `Report ${number}`,
  unnamed: 'No name given',
  via: { WEB: 'From the page', LINE: 'From LINE' },
  times: (count: number) => `${count} times`,
  toCase: 'To the case of the plan',
  placeUnknown: 'They did not write where they are',
  position: (latitude: string, longitude: string) => `Location ${latitude}, ${longitude}`,
  about: (metres: number) => `(within about ${metres} m)`,
  toMap: 'Show on the map',
  people: (count: number) => `${count} people`,
  outcome: 'What was done',
  handle: 'Mark as handled',
  link: 'Make a link to the answer page',
  linkWhat: 'Give it to this supporter only. It ends after a day.',
};
