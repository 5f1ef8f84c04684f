import type { Map as Sheet } from 'maplibre-gl';
import { drawPattern, patterns } from '../DistrictMap/patterns';
import { drawHatch } from '../hazards/hazardLook';
import { hatchPictures } from './mapStyle';

/** As what a place is designated: it decides the shape and the letter of its sign. */
export const signs = {
  EMERGENCY_SITE: { letter: '場', shape: 'circle' },
  SHELTER: { letter: '所', shape: 'square' },
  WELFARE_SHELTER: { letter: '福', shape: 'house' },
  TSUNAMI_BUILDING: { letter: '津', shape: 'triangle' },
  AID_STATION: { letter: '救', shape: 'cross' },
  UNSTATED: { letter: '？', shape: 'circle' },
} as const;
export type SignKind = keyof typeof signs;

/** Pixels of a sign's picture, twice what it measures on the map. */
export const signSize = 56;
const size = signSize;

/** The name of a site's picture: open ones are filled, closed ones are outlines. */
export function signOf(kind: SignKind, open: boolean): string {
  return `site-${kind}-${open ? 'open' : 'shut'}`;
}

/** Hands every picture of the style to the map. */
export function addPictures(map: Sheet) {
  for (const look of patterns) map.addImage(`pattern-${look}`, drawPattern(look), { pixelRatio: 2 });
  for (const [name, hatch] of hatchPictures) map.addImage(name, drawHatch(hatch), { pixelRatio: 2 });
  for (const kind of Object.keys(signs) as SignKind[])
    for (const open of [true, false]) map.addImage(signOf(kind, open), drawSign(kind, open), { pixelRatio: 2 });
  map.addImage('closure', drawClosure(), { pixelRatio: 2 });
}

/** A canvas of the size of a sign, to be drawn on. */
export function penOn(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this device cannot draw');
  return pen;
}

/** Draws the sign of a kind of site. */
export function drawSign(kind: SignKind, open: boolean): ImageData {
  const pen = penOn(document.createElement('canvas'));
  const ink = '#00562f';
  pen.lineWidth = 5;
  pen.strokeStyle = ink;
  pen.fillStyle = open ? ink : '#ffffff';
  outline(pen, signs[kind].shape);
  pen.fill();
  pen.stroke();
  pen.fillStyle = open ? '#ffffff' : ink;
  pen.font = "700 26px 'BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP',sans-serif";
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(signs[kind].letter, size / 2, size / 2 + (signs[kind].shape === 'triangle' ? 7 : 2));
  return pen.getImageData(0, 0, size, size);
}

function outline(pen: CanvasRenderingContext2D, shape: (typeof signs)[SignKind]['shape']) {
  const middle = size / 2;
  pen.beginPath();
  switch (shape) {
    case 'circle':
      pen.arc(middle, middle, middle - 5, 0, Math.PI * 2);
      break;
    case 'square':
    case 'cross':
      pen.rect(6, 6, size - 12, size - 12);
      break;
    case 'house':
      along(pen, [
        [middle, 3],
        [size - 4, 18],
        [size - 4, size - 5],
        [4, size - 5],
        [4, 18],
      ]);
      break;
    case 'triangle':
      along(pen, [
        [middle, 2],
        [size - 2, size - 5],
        [2, size - 5],
      ]);
      break;
  }
  pen.closePath();
}

function along(pen: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[]) {
  for (const [x, y] of corners) pen.lineTo(x, y);
}

/** 通行止め as on road signs, without the red that belongs to levels: a barred disc. */
function drawClosure(): ImageData {
  const pen = penOn(document.createElement('canvas'));
  pen.lineWidth = 6;
  pen.strokeStyle = '#1a1a1a';
  pen.fillStyle = '#ffffff';
  pen.beginPath();
  pen.arc(size / 2, size / 2, size / 2 - 8, 0, Math.PI * 2);
  pen.fill();
  pen.stroke();
  for (const slope of [-1, 1]) {
    pen.beginPath();
    pen.moveTo(size / 2 - 12, size / 2 - 12 * slope);
    pen.lineTo(size / 2 + 12, size / 2 + 12 * slope);
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}
