import { expect, test } from 'vitest';
import { pageRules, scaleOf } from './paper';

test('the printer is told size and turn', () => {
  expect(pageRules({ size: 'A3', turn: 'portrait' })).toContain('size: A3 portrait');
});

test('a scale is that of the middle of the sheet', () => {
  expect(scaleOf({ centre: [138.95, 35.03], zoom: 14 })).toBe(15_000);
  expect(scaleOf({ centre: [138.95, 35.03], zoom: 13 })).toBe(30_000);
});
