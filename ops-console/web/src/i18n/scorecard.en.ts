import type { scorecardJa } from './scorecard.ja';

const number = (count: number) => count.toLocaleString('en');

/** The words of the scorecard. */
export const scorecardEn: typeof scorecardJa = {
  title: 'Scorecard',
  back: 'Chronology',
  open: 'See how this time went',
  from: 'From',
  to: 'To',
  show: 'Show this time',
  print: 'To print (PDF)',
  none: 'None in this time.',
  responses: 'Until people were known to be safe',
  safe: (safe: number, people: number) => `${number(safe)} of ${number(people)} known to be safe`,
  half: 'Half of them',
  nine: 'Nine of ten',
  never: 'never',
  shelters: 'Shelters',
  opened: (count: number) => `${number(count)} opened`,
  toOpen: 'Told to open until open (median)',
  most: (count: number) => `Most people: ${number(count)}`,
  decisions: 'How long decisions took',
  when: 'Drafted',
  what: 'Subject',
  toRequest: 'Until approval was asked for',
  toApproval: 'From asking to approval',
  notAsked: 'not asked for',
  notApproved: 'not approved',
  reach: 'Whom it reached, as the media answered',
  medium: 'Medium',
  accepted: 'Accepted',
  refused: 'Refused',
  unknown: 'Unknown',
  toLast: 'From approval to the last answer',
  underWay: 'under way',
  of: (accepted: number, all: number) => `${number(accepted)} of ${number(all)}`,
  mistakes: (count: number) => `What went wrong (${number(count)})`,
  noMistake: 'No mistake or trouble on record.',
  seconds: (all: number) =>
    all < 60 ? `${all} s` : `${Math.floor(all / 60)} min ${String(all % 60).padStart(2, '0')} s`,
};
