import { describe, expect, test } from 'vitest';
import { curve } from './curve';
import { applyMoved } from './queries';
import { tallyOf } from './testing';

const tally = tallyOf(10);

describe('a tally that moves', () => {
  const moved = applyMoved(tally, { people: 12, households: 5, shelters: { a: 7 } }, '2026-09-01T10:01:00Z');

  test('shows the numbers it was told, as of when it was told them', () => {
    expect(moved.city).toMatchObject({ people: 12, households: 5 });
    expect(moved.shelters[0]).toMatchObject({ asOf: '2026-09-01T10:01:00Z', dark: false, figures: { people: 7 } });
  });

  test('leaves alone what nothing was said of', () => {
    expect(moved.shelters[1]).toBe(tally.shelters[1]);
  });
});

describe('the curve of a night', () => {
  const points = [
    { minute: '2026-09-01T10:00:00Z', people: 0, households: 0, most: 4 },
    { minute: '2026-09-01T11:00:00Z', people: 40, households: 15, most: 40 },
  ];

  test('stays at a figure until the minute in which it changed', () => {
    expect(curve(points, new Date('2026-09-01T12:00:00Z'), 200, 100)).toBe('M0,100 H100 V0 H200');
  });

  test('is empty when nothing was counted', () => {
    expect(curve([], new Date('2026-09-01T12:00:00Z'), 200, 100)).toBe('');
  });
});
