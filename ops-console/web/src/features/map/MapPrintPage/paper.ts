import type { View } from '../room/RoomSheet';

export const sizes = ['A4', 'A3'] as const;
export const turns = ['landscape', 'portrait'] as const;

/** What the printer lays in, and how. */
export interface Paper {
  size: (typeof sizes)[number];
  turn: (typeof turns)[number];
}

/** Tells the printer, and leaves everything but the sheet off the paper. The margin is the sheet's own measure too. */
export function pageRules({ size, turn }: Paper): string {
  return `@page { size: ${size} ${turn}; margin: 8mm }
    @media print { html, body { height: 100%; overflow: hidden; background: #fff } body { visibility: hidden } }`;
}

const metresAround = 40_075_016.686;
const pixelsOfTheWorld = 512;
const metresOfPixel = 0.0254 / 96;

/** How many metres of land one metre of paper stands for, in the middle of the sheet, to two figures. */
export function scaleOf({ centre: [, latitude], zoom }: View): number {
  const land = (metresAround * Math.cos((latitude * Math.PI) / 180)) / (pixelsOfTheWorld * 2 ** zoom);
  return Number((land / metresOfPixel).toPrecision(2));
}
