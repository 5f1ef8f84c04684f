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

describe('changing an outline that is done', () => {
  const at = (longitude: number, latitude: number) => [longitude, latitude] as const;
  const square = after(
    { type: 'start', tool: 'polygon' },
    ...[at(138, 35), at(138.1, 35), at(138.1, 35.1), at(138, 35.1)].map((at): Act => ({ type: 'put', at })),
    { type: 'finish' },
  );
  const points = (drawing: Drawing | null) => (drawing && 'points' in drawing ? drawing.points : []);

  it('moves a corner, and takes a whole drag back at once', () => {
    let moved = draw(square, { type: 'move', corner: 1, at: at(138.2, 35) });
    moved = draw(moved, { type: 'move', corner: 1, at: at(138.3, 35), going: true });
    expect(points(moved)[1]).toEqual([138.3, 35]);
    expect(points(draw(moved, { type: 'back' }))).toEqual(points(square));
  });

  it('inserts a corner in the middle of any edge, the closing one too', () => {
    const more = draw(draw(square, { type: 'insert', after: 0 }), { type: 'insert', after: 4 });
    expect(points(more)).toHaveLength(6);
    expect(points(more)[1]).toEqual([138.05, 35]);
    expect(points(more)[5]?.[1]).toBeCloseTo(35.05);
  });

  it('takes corners out, but not so many that no area is left', () => {
    const three = draw(square, { type: 'remove', corner: 3 });
    expect(points(three)).toHaveLength(3);
    expect(points(draw(three, { type: 'remove', corner: 0 }))).toHaveLength(3);
  });

  it('puts a corner that was taken up where the map is pressed', () => {
    const held = draw(square, { type: 'hold', corner: 2 });
    const put = draw(held, { type: 'put', at: at(138.5, 35.5) });
    expect(points(put)[2]).toEqual([138.5, 35.5]);
    expect(draw(put, { type: 'put', at: at(139, 36) })).toBe(put);
  });

  it('goes back to drawing once all changes are taken back', () => {
    const moved = draw(square, { type: 'move', corner: 0, at: at(137, 35) });
    expect(draw(draw(moved, { type: 'back' }), { type: 'back' })).toMatchObject({ done: false });
  });

  it('has no middle on the way back of a line', () => {
    const line = after({ type: 'start', tool: 'line' }, ...corners, { type: 'finish' });
    expect(points(draw(line, { type: 'insert', after: 2 }))).toHaveLength(3);
  });
});
