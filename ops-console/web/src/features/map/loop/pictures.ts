import type { Map as Sheet } from 'maplibre-gl';
import { penOn, signSize } from '../room/pictures';
import { peopleInk } from './layers';
import {
  caseSign,
  type Grade,
  grades,
  type ReportSign,
  reportSign,
  reportSigns,
  type Standing,
  standings,
} from './look';

const size = signSize;
const middle = size / 2;

/** The darker, the more there is to lose; the letter is read on each. */
const fills: Record<Grade, { ground: string; letter: string }> = {
  some: { ground: '#ffffff', letter: peopleInk },
  much: { ground: '#b5c6e5', letter: peopleInk },
  most: { ground: peopleInk, letter: '#ffffff' },
};

/** Hands every sign of people to the map. */
export function addPeople(map: Sheet) {
  for (const standing of Object.keys(standings) as Standing[])
    for (const grade of grades) map.addImage(caseSign(standing, grade), drawCase(standing, grade), { pixelRatio: 2 });
  for (const kind of Object.keys(reportSigns) as ReportSign[])
    map.addImage(reportSign(kind), drawReport(kind), { pixelRatio: 2 });
}

/** Draws the sign of somebody not yet safe. */
export function drawCase(standing: Standing, grade: Grade): ImageData {
  const { shape, letter } = standings[standing];
  return draw(outlines[shape], letter, fills[grade]);
}

/** Draws the sign of a report: a speech bubble. */
export function drawReport(kind: ReportSign): ImageData {
  return draw(outlines.bubble, reportSigns[kind], kind === 'HELP' ? fills.most : fills.some);
}

type Corner = readonly [number, number];

/** The shapes; a disc has no corners. */
const outlines: Record<'diamond' | 'drop' | 'disc' | 'arrow' | 'bubble', readonly Corner[]> = {
  diamond: [
    [middle, 2],
    [size - 2, middle],
    [middle, size - 2],
    [2, middle],
  ],
  drop: [
    [8, 5],
    [size - 8, 5],
    [size - 8, size - 19],
    [middle, size - 3],
    [8, size - 19],
  ],
  disc: [],
  arrow: [
    [4, 8],
    [size - 18, 8],
    [size - 3, middle],
    [size - 18, size - 8],
    [4, size - 8],
  ],
  bubble: [
    [4, 6],
    [size - 4, 6],
    [size - 4, size - 16],
    [26, size - 16],
    [14, size - 3],
    [14, size - 16],
    [4, size - 16],
  ],
};

function draw(corners: readonly Corner[], letter: string, fill: (typeof fills)[Grade]): ImageData {
  const pen = penOn(document.createElement('canvas'));
  pen.lineJoin = 'round';
  pen.beginPath();
  if (corners.length === 0) pen.arc(middle, middle, middle - 6, 0, Math.PI * 2);
  for (const [x, y] of corners) pen.lineTo(x, y);
  pen.closePath();
  pen.fillStyle = fill.ground;
  pen.fill();
  pen.lineWidth = 4.5;
  pen.strokeStyle = peopleInk;
  pen.stroke();
  pen.fillStyle = fill.letter;
  pen.font = "700 25px 'BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP',sans-serif";
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const high = corners === outlines.drop || corners === outlines.bubble;
  pen.fillText(letter, corners === outlines.arrow ? middle - 5 : middle, middle + (high ? -4 : 2));
  return pen.getImageData(0, 0, size, size);
}
