import type { Drawing, Outline, Position } from './drawing';

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

/** Changes an outline that is done; anything else stays as it is. */
export function edit(drawing: Drawing, act: Edit): Drawing {
  if (!('points' in drawing) || !drawing.done) return drawing;
  const { points } = drawing;
  switch (act.type) {
    case 'move':
      return act.corner in points
        ? { ...(act.going ? drawing : remembering(drawing)), points: points.with(act.corner, act.at), held: undefined }
        : drawing;
    case 'insert': {
      const middle = middlesOf(drawing).find(({ after }) => after === act.after);
      return middle
        ? { ...remembering(drawing), points: points.toSpliced(act.after + 1, 0, middle.at), held: undefined }
        : drawing;
    }
    case 'remove':
      return act.corner in points && canRemove(drawing)
        ? { ...remembering(drawing), points: points.toSpliced(act.corner, 1), held: undefined }
        : drawing;
    case 'hold':
      return { ...drawing, held: drawing.held === act.corner ? undefined : act.corner };
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
