import { describe, expect, it } from 'vitest';
import { dispatchOf } from '../../testing/samples';
import { changedSinceSeen, isEdited, rememberSeen } from './seen';

describe('what changed since it was last seen', () => {
  it('is nothing for a draft never seen', () => {
    expect(changedSinceSeen(dispatchOf(), 'toban').size).toBe(0);
  });

  it('is each part that says something else', () => {
    const before = dispatchOf();
    rememberSeen(before, 'toban');
    const after = dispatchOf({
      title: '警戒レベル5 緊急安全確保',
      texts: [{ medium: 'LINE', language: 'ja', title: '避難指示', body: 'いますぐ逃げてください。' }],
    });
    expect([...changedSinceSeen(after, 'toban')].sort()).toEqual(['text:LINE:ja', 'title']);
  });

  it('is told to each person apart', () => {
    rememberSeen(dispatchOf(), 'toban');
    expect(changedSinceSeen(dispatchOf({ title: '別' }), 'jiro').size).toBe(0);
  });

  it('does not mind the order of districts', () => {
    rememberSeen(dispatchOf({ audience: { type: 'in-areas', areas: ['a', 'b'] } }), 'toban');
    expect(changedSinceSeen(dispatchOf({ audience: { type: 'in-areas', areas: ['b', 'a'] } }), 'toban').size).toBe(0);
  });
});

describe('an edit', () => {
  it('is one only when it says something else', () => {
    const dispatch = dispatchOf();
    expect(isEdited({ ...dispatch }, dispatch)).toBe(false);
    expect(isEdited({ ...dispatch, media: ['LINE'] }, dispatch)).toBe(true);
  });
});
