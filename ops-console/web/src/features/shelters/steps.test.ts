import { describe, expect, it } from 'vitest';
import type { OpeningState } from '../../api/types';
import { stepsOf } from './steps';
import { shelterOf } from './testing';

const first = (state: OpeningState, instructs = false) => stepsOf(shelterOf({ state }), instructs).first;

describe('what comes next', () => {
  it('is the instruction for the duty officer, the opening for who is on the spot', () => {
    expect(first('NOT_OPENED', true)).toBe('INSTRUCT');
    expect(first('NOT_OPENED')).toBe('OPEN');
  });

  it('follows the course', () => {
    expect(first('INSTRUCTED')).toBe('INSPECT');
    expect(first('INSPECTED')).toBe('OPEN');
    expect(first('OPEN')).toBe('STILL_CORRECT');
    expect(first('CLOSING')).toBe('CLOSE');
    expect(first('CANNOT_OPEN')).toBe('INSPECT');
  });

  it('is never to open a building that was found unsafe', () => {
    const unsafe = shelterOf({ state: 'INSPECTED', inspection: { safe: false, checks: [] } });
    const steps = stepsOf(unsafe, false);
    expect(steps.first).toBe('CANNOT_OPEN');
    expect(steps.others).not.toContain('OPEN');
  });

  it('needs no instruction where the people opened it themselves', () => {
    expect(stepsOf(shelterOf({ kind: 'SELF_OPENED' }), true).first).toBe('OPEN');
  });

  it('is nothing for a site that is in no list any more', () => {
    expect(stepsOf(shelterOf({ retired: true }), true)).toEqual({ first: null, others: [] });
  });
});
