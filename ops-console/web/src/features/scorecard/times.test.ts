import { expect, test } from 'vitest';
import { lastHours, localInput, toInstant } from './times';

test('a field shows the wall clock and gives the same instant back, to the minute', () => {
  const instant = '2026-09-01T10:15:00.000Z';
  expect(toInstant(localInput(instant))).toBe(instant);
});

test('the last hours end now', () => {
  const { from, to } = lastHours(new Date('2026-09-01T10:00:00Z'), 6);
  expect(from).toBe('2026-09-01T04:00:00.000Z');
  expect(to).toBe('2026-09-01T10:00:00.000Z');
});
