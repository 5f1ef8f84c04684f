import type { CaseLine, ResponseFigures, ResponsePage } from '../../api/types';

/** The parts of a bar: everybody called up is in exactly one. */
export interface Shares {
  safe: number;
  onTheWay: number;
  notYet: number;
  ended: number;
}

/** Who took a task is on the way as far as anybody looking from above can tell. */
export function sharesOf(figures: ResponseFigures): Shares {
  const onTheWay = figures.claimed + figures.onTheWay;
  return { safe: figures.safe, onTheWay, notYet: figures.notYetSafe - onTheWay, ended: figures.ended };
}

/** Whether everybody is known to be safe: nobody is missing, and nobody was left without a word. */
export function isEverybodySafe({ callingUp, figures }: Pick<ResponsePage, 'callingUp' | 'figures'>): boolean {
  return !callingUp && figures.people > 0 && figures.safe === figures.people;
}

/** Worst first: calls for help, then how many are not yet safe. */
export function worstFirst(districts: ResponsePage['districts']): ResponsePage['districts'] {
  return [...districts].sort(
    (a, b) =>
      b.figures.helpWanted - a.figures.helpWanted ||
      b.figures.notYetSafe - a.figures.notYetSafe ||
      a.district.code.localeCompare(b.district.code),
  );
}

export type Factor = 'home' | 'condition' | 'alone' | 'time';

const grave: Record<Factor, number> = { home: 4, condition: 3, alone: 3, time: 3 };

/** What makes somebody urgent, without naming an illness. */
export function gravest({ risk }: CaseLine): Factor[] {
  return (['home', 'condition', 'alone', 'time'] as const).filter((factor) => risk[factor] >= grave[factor]);
}

/** What a tired officer should do next with somebody. */
export type NextStep =
  | 'helpNow'
  | 'callSupporters'
  | 'callOrVisit'
  | 'askWhereabouts'
  | 'callClaimer'
  | 'awaitHandedOver'
  | 'wait'
  | 'waitSignal'
  | 'nothing';

export function nextStepOf({ state, reason, helpWanted }: Pick<CaseLine, 'state' | 'reason' | 'helpWanted'>): NextStep {
  if (state === 'SAFE' || state === 'ENDED') return 'nothing';
  if (reason === 'HANDED_OVER') return 'awaitHandedOver';
  if (helpWanted) return 'helpNow';
  if (state === 'WAITING') return 'waitSignal';
  if (state !== 'STAFF') return 'wait';
  if (reason === 'NONE_REACHABLE') return 'callSupporters';
  if (reason === 'LEFT_SHELTER') return 'askWhereabouts';
  if (reason === 'CLAIM_SILENT') return 'callClaimer';
  return 'callOrVisit';
}
