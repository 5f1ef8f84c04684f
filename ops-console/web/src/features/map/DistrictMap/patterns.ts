/** 警戒レベルの配色, as on every badge; an order without a number has the colour of ink. */
export const colours = {
  '1': '#ffffff',
  '2': '#f2e700',
  '3': '#ff2800',
  '4': '#aa00aa',
  '5': '#0c000c',
  unnumbered: '#3c4652',
} as const;

/** What carries a pattern of its own, so that the map can be read without colours. */
export const patterns = ['2', '3', '4', '5', 'unnumbered'] as const;

type Pattern = (typeof patterns)[number];

const size = 24;

const strokes: Record<Pattern, (pen: CanvasRenderingContext2D) => void> = {
  2: (pen) => dot(pen, 12, 12, 2),
  3: (pen) => diagonal(pen, 1),
  4: (pen) => {
    diagonal(pen, 1);
    diagonal(pen, -1);
  },
  5: (pen) => {
    for (const [x, y] of [
      [6, 6],
      [18, 18],
      [6, 18],
      [18, 6],
    ] as const)
      dot(pen, x, y, 3);
  },
  unnumbered: (pen) => {
    pen.beginPath();
    pen.moveTo(0, size / 2);
    pen.lineTo(size, size / 2);
    pen.stroke();
  },
};

function dot(pen: CanvasRenderingContext2D, x: number, y: number, radius: number) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fill();
}

function diagonal(pen: CanvasRenderingContext2D, slope: 1 | -1) {
  for (const shift of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(shift, slope > 0 ? size : 0);
    pen.lineTo(shift + size, slope > 0 ? 0 : size);
    pen.stroke();
  }
}

/** Draws a pattern: dots, lines, crossed lines, dense dots, level lines. */
export function drawPattern(pattern: Pattern): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this device cannot draw');
  const ink = pattern === '2' || pattern === '3' ? 'rgb(0 0 0 / 45%)' : 'rgb(255 255 255 / 55%)';
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.lineWidth = 3;
  strokes[pattern](pen);
  return pen.getImageData(0, 0, size, size);
}
