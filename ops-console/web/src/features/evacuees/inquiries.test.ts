import { expect, it } from 'vitest';
import { scopesWithin } from './inquiries';

it('offers what may be answered and everything less', () => {
  expect(scopesWithin({ widest: 'CONDITION', reasons: [] })).toEqual(['NOTHING', 'EXISTENCE', 'CONDITION']);
  expect(scopesWithin({ widest: 'NOTHING', reasons: [] })).toEqual(['NOTHING']);
});
