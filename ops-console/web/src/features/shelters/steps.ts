import type { Shelter } from '../../api/types';

/** What can be done with a shelter. */
export type Step =
  'INSTRUCT' | 'INSPECT' | 'OPEN' | 'CANNOT_OPEN' | 'STILL_CORRECT' | 'BEGIN_CLOSING' | 'REOPEN' | 'CLOSE' | 'WITHDRAW';

/** What comes next as a rule, and what else may. */
export interface Steps {
  first: Step | null;
  others: readonly Step[];
}

/** The steps a shelter can take now; who instructs is not who opens. */
export function stepsOf(shelter: Shelter, instructs: boolean): Steps {
  const safe = shelter.inspection?.safe ?? true;
  switch (shelter.state) {
    case 'NOT_OPENED':
    case 'CLOSED':
      if (shelter.retired) return { first: null, others: [] };
      return instructs && shelter.kind === 'SITE'
        ? { first: 'INSTRUCT', others: ['INSPECT', 'OPEN', 'CANNOT_OPEN'] }
        : { first: 'OPEN', others: ['INSPECT', 'CANNOT_OPEN'] };
    case 'INSTRUCTED':
      return { first: 'INSPECT', others: ['OPEN', 'CANNOT_OPEN', 'WITHDRAW'] };
    case 'INSPECTED':
      return safe
        ? { first: 'OPEN', others: ['INSPECT', 'CANNOT_OPEN', 'WITHDRAW'] }
        : { first: 'CANNOT_OPEN', others: ['INSPECT', 'WITHDRAW'] };
    case 'CANNOT_OPEN':
      return { first: 'INSPECT', others: ['WITHDRAW'] };
    case 'OPEN':
      return { first: 'STILL_CORRECT', others: ['BEGIN_CLOSING', 'CLOSE'] };
    case 'CLOSING':
      return { first: 'CLOSE', others: ['STILL_CORRECT', 'REOPEN'] };
  }
}
