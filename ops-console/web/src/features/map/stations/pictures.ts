import type { Map as Sheet } from 'maplibre-gl';
import { penOn, signSize } from '../room/pictures';
import { stationPicture, type StationSignKind, stationSigns } from './look';

const size = signSize;
const middle = size / 2;
const ink = '#3b2a5c';

type Corner = readonly [number, number];

/** A loudspeaker seen from the side, and the staff of a gauge. */
const outlines: Record<'horn' | 'staff', readonly Corner[]> = {
  horn: [
    [4, 16],
    [14, 16],
    [size - 4, 4],
    [size - 4, size - 4],
    [14, size - 16],
    [4, size - 16],
  ],
  staff: [
    [14, 3],
    [size - 14, 3],
    [size - 14, size - 10],
    [size - 4, size - 10],
    [size - 4, size - 3],
    [4, size - 3],
    [4, size - 10],
    [14, size - 10],
  ],
};

/** Hands every sign of stations to the map. */
export function addStations(map: Sheet) {
  for (const sign of Object.keys(stationSigns) as StationSignKind[])
    map.addImage(stationPicture(sign), drawStation(sign), { pixelRatio: 2 });
}

/** Draws the sign of a station. */
export function drawStation(sign: StationSignKind): ImageData {
  const { shape, letter, filled } = stationSigns[sign];
  const pen = penOn(document.createElement('canvas'));
  pen.lineJoin = 'round';
  pen.beginPath();
  for (const [x, y] of outlines[shape]) pen.lineTo(x, y);
  pen.closePath();
  pen.fillStyle = filled ? ink : '#ffffff';
  pen.fill();
  pen.lineWidth = 4;
  pen.strokeStyle = ink;
  pen.stroke();
  pen.fillStyle = filled ? '#ffffff' : ink;
  pen.font = "700 23px 'BIZ UDPGothic','Noto Sans JP','Noto Sans CJK JP',sans-serif";
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(letter, shape === 'horn' ? middle + 7 : middle, shape === 'horn' ? middle + 1 : middle - 3);
  return pen.getImageData(0, 0, size, size);
}
