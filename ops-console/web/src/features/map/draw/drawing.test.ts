import { describe, expect, it } from 'vitest';
import { type Act, actOfKey, type Drawing, draw, isComplete } from './drawing';

const after = (...acts: Act[]): Drawing | null => acts.reduce<Drawing | null>(draw, null);
const corners: Act[] = [
  { type: 'put', at: [138.94, 35.02] },
  { type: 'put', at: [138.95, 35.02] },
  { type: 'put', at: [138.95, 35.03] },
];

describe('drawing', () => {
  it('needs three corners for an area', () => {
    expect(isComplete(after({ type: 'start', tool: 'polygon' }, ...corners.slice(0, 2)))).toBe(false);
    expect(isComplete(after({ type: 'start', tool: 'polygon' }, ...corners))).toBe(true);
  });

  it('does not finish what is too little', () => {
    expect(after({ type: 'start', tool: 'polygon' }, corners[0]!, { type: 'finish' })?.done).toBe(false);
  });

  it('takes the same place twice for the last corner', () => {
    const drawing = after({ type: 'start', tool: 'polygon' }, ...corners, corners[2]!);
    expect(drawing).toMatchObject({ done: true });
    expect(drawing?.tool === 'polygon' && drawing.points).toHaveLength(3);
  });

  it('takes back the finish first and then corner by corner', () => {
    const finished = after({ type: 'start', tool: 'polygon' }, ...corners, { type: 'finish' });
    const reopened = draw(finished, { type: 'back' });
    expect(reopened).toMatchObject({ done: false });
    expect(draw(reopened, { type: 'back' })).toMatchObject({
      points: [corners[0], corners[1]].map((c) => (c as { at: unknown }).at),
    });
  });

  it('keeps a circle within its bounds and refuses a radius that is none', () => {
    const circle = after({ type: 'start', tool: 'circle' }, corners[0]!, { type: 'radius', metres: 999_999 });
    expect(circle).toMatchObject({ radius: 20_000 });
    expect(draw(circle, { type: 'radius', metres: Number.NaN })).toMatchObject({ radius: 20_000 });
  });

  it('takes the rim of a circle after its centre, and the centre again for its end', () => {
    const centre = [138.95, 35.02] as const;
    const circle = after(
      { type: 'start', tool: 'circle' },
      { type: 'put', at: centre },
      {
        type: 'put',
        at: [138.95, 35.03],
      },
    );
    expect(circle).toMatchObject({ centre, radius: 1113, done: false });
    expect(draw(circle, { type: 'put', at: centre })).toMatchObject({ radius: 1113, done: true });
  });

  it('chooses a district and lets it go again', () => {
    const one = after({ type: 'start', tool: 'districts' }, { type: 'choose', code: '22225-01' });
    expect(one?.tool === 'districts' && [...one.codes]).toEqual(['22225-01']);
    expect(isComplete(draw(one, { type: 'choose', code: '22225-01' }))).toBe(false);
  });

  it('is done from the keyboard alone', () => {
    let drawing = after({ type: 'start', tool: 'polygon' });
    const press = (key: string, at: readonly [number, number]) => {
      const act = actOfKey(key, drawing, at);
      if (act) drawing = draw(drawing, act);
    };
    press('Enter', [138.94, 35.02]);
    press('Enter', [138.99, 35.09]);
    press('Backspace', [0, 0]);
    press('Enter', [138.95, 35.02]);
    press('Enter', [138.95, 35.03]);
    press('Enter', [138.95, 35.03]);
    expect(drawing).toMatchObject({
      done: true,
      points: [
        [138.94, 35.02],
        [138.95, 35.02],
        [138.95, 35.03],
      ],
    });
    press('Escape', [0, 0]);
    expect(drawing).toBeNull();
  });

  it('leaves other keys to the map', () => {
    expect(actOfKey('ArrowLeft', after({ type: 'start', tool: 'polygon' }), [0, 0])).toBeNull();
    expect(actOfKey('Enter', null, [0, 0])).toBeNull();
  });
});
