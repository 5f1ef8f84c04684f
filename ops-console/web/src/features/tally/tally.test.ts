import { describe, expect, test } from 'vitest';
import type { Figures, Tally } from '../../api/types';
import { curve } from './curve';
import { applyMoved } from './queries';

const figures: Figures = {
  people: 10,
  households: 4,
  unnamed: 10,
  named: 0,
  out: 0,
  outside: 0,
  outsideHouseholds: 0,
  selfOpened: 0,
  selfOpenedHouseholds: 0,
  sex: {},
  age: {},
  residence: {},
  condition: {},
  needs: {},
  pets: { dogs: 0, cats: 0, others: 0 },
  powerless: 0,
};

const tally: Tally = {
  asOf: '2026-09-01T10:00:00Z',
  city: figures,
  least: 10,
  shelters: [
    { shelter: 'a', figures, asOf: '2026-09-01T09:00:00Z', dark: true, unsent: 0 },
    { shelter: 'b', figures, asOf: '2026-09-01T09:00:00Z', dark: false, unsent: 0 },
  ],
};

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
