interface Point {
  minute: string;
  people: number;
}

/** The path of a figure over time in a box: level until the minute in which it changed, up to now. */
export function curve(points: readonly Point[], now: Date, width: number, height: number): string {
  const first = points[0];
  if (!first) return '';
  const begin = Date.parse(first.minute);
  const span = Math.max(now.getTime() - begin, 1);
  const highest = Math.max(...points.map(({ people }) => people), 1);
  const x = (minute: string) => Math.round(((Date.parse(minute) - begin) / span) * width);
  const y = (people: number) => Math.round(height - (people / highest) * height);
  const steps = points.slice(1).map(({ minute, people }) => `H${x(minute)} V${y(people)}`);
  return [`M0,${y(first.people)}`, ...steps, `H${width}`].join(' ');
}
