import type { components } from '../../../api/schema';
import type { Drawing } from '../draw/drawing';
import type { Position } from '../draw/position';
import { crossesItself, shapeOf } from '../draw/shape';

export type TargetArea = components['schemas']['TargetArea'];
export type InsideCount = components['schemas']['InsideCount'];

/** What the hub is asked to count of a drawing, null while it is too little or nobody can say what is inside. */
export function targetOf(drawing: Drawing | null): TargetArea | null {
  switch (drawing?.tool) {
    case 'polygon':
      return drawing.points.length < 3 || crossesItself(drawing.points) ? null : outline(drawing);
    case 'circle':
      return drawing.centre && circle(drawing.centre, drawing.radius);
    case 'districts':
      return drawing.codes.size === 0 ? null : { districts: [...drawing.codes].sort() };
    case 'line':
    case 'point':
    case undefined:
      return null;
  }
}

/** As a circle, whose metres the hub measures on the spheroid; its polygon is only for drawing. */
function circle([longitude, latitude]: Position, radius: number): TargetArea {
  return { circle: { latitude, longitude, radius } };
}

function outline(drawing: Drawing): TargetArea {
  return { geometry: shapeOf(drawing, undefined) as unknown as Record<string, never> };
}
