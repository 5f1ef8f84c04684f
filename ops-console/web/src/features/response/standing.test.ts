import { describe, expect, it } from 'vitest';
import type { ResponseFigures, ResponsePage } from '../../api/types';
import { figuresOf, lineOf } from './testing';
import { gravest, isEverybodySafe, nextStepOf, sharesOf, worstFirst } from './standing';

describe('everybody is safe', () => {
  const after = (figures: Partial<ResponseFigures>, callingUp = false) =>
    isEverybodySafe({
      callingUp,
      figures: { people: 10, safe: 10, notYetSafe: 0, ended: 0, ...figures } as ResponseFigures,
    });

  it('when there is a word for each of them', () => expect(after({})).toBe(true));
  it('not when some were left without a word by the lift', () => expect(after({ safe: 7, ended: 3 })).toBe(false));
  it('not while people are still being called up', () => expect(after({}, true)).toBe(false));
  it('not when nobody was called up', () => expect(after({ people: 0, safe: 0 })).toBe(false));
});

describe('a bar', () => {
  it('has everybody in exactly one part', () => {
    const figures = figuresOf({ people: 12, notYetSafe: 7, claimed: 1, onTheWay: 2, staff: 4, safe: 4, ended: 1 });
    const shares = sharesOf(figures);
    expect(shares).toEqual({ safe: 4, onTheWay: 3, notYet: 4, ended: 1 });
    expect(shares.safe + shares.onTheWay + shares.notYet + shares.ended).toBe(figures.people);
  });
});

describe('districts', () => {
  const of = (code: string, notYetSafe: number, helpWanted: number): ResponsePage['districts'][number] => ({
    district: { code, name: code },
    figures: figuresOf({ notYetSafe, helpWanted }),
  });

  it('stand worst first: calls for help before numbers', () => {
    const sorted = worstFirst([of('a', 9, 0), of('b', 1, 1), of('c', 9, 0), of('d', 12, 0)]);
    expect(sorted.map(({ district }) => district.code)).toEqual(['b', 'd', 'a', 'c']);
  });
});

describe('a case', () => {
  it('tells why it is urgent without an illness', () => {
    expect(gravest(lineOf({ risk: { home: 7, condition: 1, alone: 3, time: 2, score: 42 } }))).toEqual([
      'home',
      'alone',
    ]);
  });

  it('puts a call for help before everything else', () => {
    expect(nextStepOf(lineOf({ state: 'ASKED', helpWanted: true }))).toBe('helpNow');
  });

  it('lets supporters be called who have no address', () => {
    expect(nextStepOf(lineOf({ state: 'STAFF', reason: 'NONE_REACHABLE' }))).toBe('callSupporters');
  });

  it('is left to those it was handed to', () => {
    expect(nextStepOf(lineOf({ state: 'STAFF', reason: 'HANDED_OVER', helpWanted: true }))).toBe('awaitHandedOver');
  });

  it('needs nothing once it is safe', () => {
    expect(nextStepOf(lineOf({ state: 'SAFE', helpWanted: false }))).toBe('nothing');
  });
});
