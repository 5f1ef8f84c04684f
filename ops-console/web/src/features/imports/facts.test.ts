import { describe, expect, it } from 'vitest';
import { asked, kinds, said } from './facts';

describe('what is said of a file', () => {
  it('leaves out what was left empty', () => {
    expect(said({ subject: '', scenario: '想定最大規模', licence: '  ' })).toEqual({ scenario: '想定最大規模' });
  });

  it('is asked of a hazard map with all its facts, and of no file twice', () => {
    expect(asked.HAZARDS).toContain('edition');
    for (const kind of kinds) expect(new Set(asked[kind]).size).toBe(asked[kind].length);
  });
});
