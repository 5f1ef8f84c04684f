import { describe, expect, it } from 'vitest';
import { dayOf, fromLocalInput, timeNear, toLocalInput } from './clock';

describe('times on a screen', () => {
  const night = new Date('2026-11-20T15:05:00Z');

  it('are those of Japan', () => {
    expect(dayOf(night)).toBe('2026-11-21');
    expect(timeNear(night, new Date('2026-11-21T01:00:00Z'), 'ja')).toBe('00:05');
  });

  it('carry their day on another day', () => {
    expect(timeNear(night, new Date('2026-11-22T01:00:00Z'), 'ja')).toMatch(/^11月21日.*00:05$/);
  });

  it('go into a field and come back as the same instant', () => {
    expect(toLocalInput(night)).toBe('2026-11-21T00:05');
    expect(fromLocalInput(toLocalInput(night))).toEqual(night);
  });

  it('are none while a field is half filled', () => {
    expect(fromLocalInput('')).toBeNull();
  });
});
