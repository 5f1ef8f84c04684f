/** The kinds of danger that hazard maps tell of, in the law's order. */
const kinds = [
  'FLOOD',
  'LANDSLIDE',
  'STORM_SURGE',
  'EARTHQUAKE',
  'TSUNAMI',
  'LARGE_FIRE',
  'INLAND_FLOOD',
  'VOLCANO',
] as const;
export type HazardKind = (typeof kinds)[number];

export function isHazardKind(text: unknown): text is HazardKind {
  return kinds.some((kind) => kind === text);
}

/** Lines and dots over a colour: whoever sees no colour counts them. */
export type Hatch = 'dots' | 'wide' | 'lines' | 'close' | 'cross' | 'dense' | 'level';

/** How one rank of danger looks, and what it means in words. */
export interface RankLook {
  rank: number;
  colour: string;
  hatch: Hatch;
  /** Metres of water: from here on. */
  from?: number;
  /** Metres of water: up to here; absent = no upper bound. */
  to?: number;
}

/** 国土交通省 水害ハザードマップ作成の手引き: the colours of depths. */
const depths: readonly RankLook[] = [
  { rank: 1, colour: '#f7f5a9', hatch: 'dots', from: 0, to: 0.5 },
  { rank: 2, colour: '#ffd8c0', hatch: 'wide', from: 0.5, to: 3 },
  { rank: 3, colour: '#ffb7b7', hatch: 'lines', from: 3, to: 5 },
  { rank: 4, colour: '#ff9191', hatch: 'close', from: 5, to: 10 },
  { rank: 5, colour: '#f285c9', hatch: 'cross', from: 10, to: 20 },
  { rank: 6, colour: '#dc7adc', hatch: 'dense', from: 20 },
];

/** 土砂災害警戒区域 are drawn yellow, 特別警戒区域 red, as on every prefecture's map. */
const zones: readonly RankLook[] = [
  { rank: 1, colour: '#ffe600', hatch: 'level' },
  { rank: 2, colour: '#ff4b00', hatch: 'cross' },
];

const wet: ReadonlySet<HazardKind> = new Set(['FLOOD', 'STORM_SURGE', 'TSUNAMI', 'INLAND_FLOOD']);

/** Whether the ranks of this danger are depths of water. */
export function isWater(kind: HazardKind): boolean {
  return wet.has(kind);
}

/** How the ranks of a danger look, the least first. */
export function looksOf(kind: HazardKind): readonly RankLook[] {
  return isWater(kind) ? depths : zones;
}

/** The colour of a rank, as the ministry's map has it. */
export function colourOf(kind: HazardKind, rank: number): string {
  const looks = looksOf(kind);
  return (looks.find((look) => look.rank === rank) ?? looks[0])?.colour ?? '#f7f5a9';
}

const hatches: Record<Hatch, (pen: CanvasRenderingContext2D, size: number) => void> = {
  dots: (pen, size) => dot(pen, size / 2, size / 2, 1.5),
  wide: (pen, size) => slanted(pen, size, size, 1),
  lines: (pen, size) => slanted(pen, size, size / 2, 1),
  close: (pen, size) => slanted(pen, size, size / 4, 1),
  cross: (pen, size) => {
    slanted(pen, size, size / 2, 1);
    slanted(pen, size, size / 2, -1);
  },
  dense: (pen, size) => {
    slanted(pen, size, size / 4, 1);
    slanted(pen, size, size / 4, -1);
  },
  level: (pen, size) => {
    for (const y of [size / 4, (size * 3) / 4]) line(pen, 0, y, size, y);
  },
};

/** Every hatch, by the name of its picture on the map. */
export const hatchNames = Object.keys(hatches) as Hatch[];

function dot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}

function line(pen: CanvasRenderingContext2D, x: number, y: number, toX: number, toY: number) {
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(toX, toY);
  pen.stroke();
}

function slanted(pen: CanvasRenderingContext2D, size: number, step: number, slope: 1 | -1) {
  for (let x = -size; x < size * 2; x += step) line(pen, x, slope > 0 ? size : 0, x + size, slope > 0 ? 0 : size);
}

const size = 32;

/** Draws a hatch for the map, at twice its size. */
export function drawHatch(hatch: Hatch): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this device cannot draw');
  pen.strokeStyle = 'rgb(0 0 0 / 55%)';
  pen.fillStyle = pen.strokeStyle;
  pen.lineWidth = 1.5;
  hatches[hatch](pen, size);
  return pen.getImageData(0, 0, size, size);
}
