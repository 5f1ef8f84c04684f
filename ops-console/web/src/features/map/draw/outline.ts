import type { Position } from './position';

/** What corners are put for one after the other; they can be moved once it is done. */
export interface Outline {
  tool: 'polygon' | 'line';
  points: readonly Position[];
  done: boolean;
  /** The corner that goes where the map is pressed next. */
  held?: number | undefined;
  /** The corners as they were before each change, the latest last. */
  before?: readonly (readonly Position[])[];
}

/** How few corners make an outline. */
export const leastPoints = { polygon: 3, line: 2 };

/** A change of an outline that is done. */
export type Edit =
  /** `going`: it is still under way, and is taken back together with what came before. */
  | { type: 'move'; corner: number; at: Position; going?: boolean }
  | { type: 'insert'; after: number }
  | { type: 'remove'; corner: number }
  /** Takes a corner up, so that the next press on the map says where it goes; or lays it down. */
  | { type: 'hold'; corner: number };

const types = ['move', 'insert', 'remove', 'hold'];

export function isEdit(act: { type: string }): act is Edit {
  return types.includes(act.type);
}

/** Whether a corner can be spared. */
export function canRemove({ tool, points }: Outline): boolean {
  return points.length > leastPoints[tool];
}

/** The edges on which a corner can be inserted: each by the corner before it, and its middle. */
export function middlesOf({ tool, points }: Outline): { after: number; at: Position }[] {
  return points.flatMap((at, after) => {
    const next = points[after + 1] ?? (tool === 'polygon' ? points[0] : undefined);
    return next ? [{ after, at: [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2] as const }] : [];
  });
}

/** Changes an outline that is done; one under way stays as it is. */
export function edit(outline: Outline, act: Edit): Outline {
  if (!outline.done) return outline;
  const { points } = outline;
  switch (act.type) {
    case 'move':
      return act.corner in points
        ? { ...(act.going ? outline : remembering(outline)), points: points.with(act.corner, act.at), held: undefined }
        : outline;
    case 'insert': {
      const middle = middlesOf(outline).find(({ after }) => after === act.after);
      return middle
        ? { ...remembering(outline), points: points.toSpliced(act.after + 1, 0, middle.at), held: undefined }
        : outline;
    }
    case 'remove':
      return act.corner in points && canRemove(outline)
        ? { ...remembering(outline), points: points.toSpliced(act.corner, 1), held: undefined }
        : outline;
    case 'hold':
      return { ...outline, held: outline.held === act.corner ? undefined : act.corner };
  }
}

function remembering(outline: Outline): Outline {
  return { ...outline, before: [...(outline.before ?? []), outline.points] };
}

/** Takes the latest change back. */
export function takeEditBack(outline: Outline): Outline {
  const before = outline.before ?? [];
  return { ...outline, points: before.at(-1) ?? outline.points, before: before.slice(0, -1), held: undefined };
}
