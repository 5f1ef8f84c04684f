import { edit, type Edit, isEdit, leastPoints, type Outline, takeEditBack } from './outline';
import { metresBetween, type Position } from './position';

/** What is being drawn. */
export type Tool = 'polygon' | 'circle' | 'districts' | 'line' | 'point';

/**
 * An area, line or point on its way to the map. Mouse and keyboard do the same to it: every step is
 * an {@link Act}, and every act but `stop` can be taken back.
 */
export type Drawing =
  | Outline
  | { tool: 'circle'; centre: Position | null; radius: number; done: boolean }
  | { tool: 'point'; at: Position | null; done: boolean }
  | { tool: 'districts'; codes: ReadonlySet<string>; done: boolean };

export type Act =
  | Edit
  | { type: 'start'; tool: Tool }
  | { type: 'put'; at: Position }
  | { type: 'radius'; metres: number }
  | { type: 'choose'; code: string }
  | { type: 'back' }
  | { type: 'finish' }
  | { type: 'stop' };

/** Metres of a circle nobody has sized yet, and the largest one can ask for. */
export const usualRadius = 500;
export const largestRadius = 20_000;
/** Nearer to the centre nobody means a rim. */
const leastRadius = 10;

/** Whether there is enough for an area, line or point. */
export function isComplete(drawing: Drawing | null): drawing is Drawing {
  if (!drawing) return false;
  switch (drawing.tool) {
    case 'polygon':
    case 'line':
      return drawing.points.length >= leastPoints[drawing.tool];
    case 'circle':
      return drawing.centre !== null;
    case 'point':
      return drawing.at !== null;
    case 'districts':
      return drawing.codes.size > 0;
  }
}

/** Takes one step. */
export function draw(drawing: Drawing | null, act: Act): Drawing | null {
  if (act.type === 'start') return begin(act.tool);
  if (act.type === 'stop' || !drawing) return null;
  if (isEdit(act)) return 'points' in drawing ? edit(drawing, act) : drawing;
  switch (act.type) {
    case 'put':
      return put(drawing, act.at);
    case 'radius':
      return drawing.tool === 'circle' ? { ...drawing, radius: bounded(act.metres, drawing.radius) } : drawing;
    case 'choose':
      return drawing.tool === 'districts' ? { ...drawing, codes: toggled(drawing.codes, act.code) } : drawing;
    case 'back':
      return takeBack(drawing);
    case 'finish':
      return isComplete(drawing) ? { ...drawing, done: true } : drawing;
  }
}

function begin(tool: Tool): Drawing {
  switch (tool) {
    case 'polygon':
    case 'line':
      return { tool, points: [], done: false };
    case 'circle':
      return { tool, centre: null, radius: usualRadius, done: false };
    case 'point':
      return { tool, at: null, done: false };
    case 'districts':
      return { tool, codes: new Set(), done: false };
  }
}

function put(drawing: Drawing, at: Position): Drawing {
  switch (drawing.tool) {
    case 'polygon':
    case 'line': {
      if (drawing.done)
        return drawing.held === undefined ? drawing : edit(drawing, { type: 'move', corner: drawing.held, at });
      const last = drawing.points.at(-1);
      // The same place twice says: that was the last one.
      if (last && same(last, at)) return isComplete(drawing) ? { ...drawing, done: true } : drawing;
      return { ...drawing, points: [...drawing.points, at] };
    }
    case 'circle':
      return putOfCircle(drawing, at);
    case 'point':
      return { ...drawing, at, done: true };
    case 'districts':
      return drawing;
  }
}

/** First the centre, then the rim, as often as one likes; the centre again, or the rim again, says: that is it. */
function putOfCircle(circle: Extract<Drawing, { tool: 'circle' }>, at: Position): Drawing {
  if (!circle.centre) return { ...circle, centre: at };
  const metres = Math.round(metresBetween(circle.centre, at));
  if (circle.done || metres < leastRadius || metres === circle.radius) return { ...circle, done: true };
  return { ...circle, radius: bounded(metres, circle.radius) };
}

function takeBack(drawing: Drawing): Drawing {
  if (drawing.done && 'points' in drawing && drawing.before?.length) return takeEditBack(drawing);
  if (drawing.done && drawing.tool !== 'point') return { ...drawing, done: false };
  switch (drawing.tool) {
    case 'polygon':
    case 'line':
      return { ...drawing, points: drawing.points.slice(0, -1) };
    case 'circle':
      return { ...drawing, centre: null };
    case 'point':
      return { ...drawing, at: null, done: false };
    case 'districts':
      return { ...drawing, codes: new Set([...drawing.codes].slice(0, -1)) };
  }
}

function toggled(codes: ReadonlySet<string>, code: string): ReadonlySet<string> {
  return new Set(codes.has(code) ? [...codes].filter((other) => other !== code) : [...codes, code]);
}

function same(one: Position, other: Position): boolean {
  return Math.abs(one[0] - other[0]) < 1e-6 && Math.abs(one[1] - other[1]) < 1e-6;
}

function bounded(metres: number, otherwise: number): number {
  return metres > 0 ? Math.min(metres, largestRadius) : otherwise;
}

/**
 * What a key does while somebody draws: Enter puts a point at the cross-hair in the middle of the
 * map (twice at one place: the last), Backspace takes the last one back, Escape finishes or, with
 * too little drawn, stops. Null for every other key.
 */
export function actOfKey(key: string, drawing: Drawing | null, middle: Position): Act | null {
  if (!drawing) return null;
  switch (key) {
    case 'Enter':
      return { type: 'put', at: middle };
    case 'Backspace':
      return { type: 'back' };
    case 'Escape':
      return isComplete(drawing) && !drawing.done ? { type: 'finish' } : { type: 'stop' };
    default:
      return null;
  }
}
