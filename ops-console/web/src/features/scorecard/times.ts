/** The last hours up to now, as instants. */
export function lastHours(now: Date, hours: number) {
  return { from: new Date(now.getTime() - hours * 3_600_000).toISOString(), to: now.toISOString() };
}

/** An instant as a field for date and time takes it: the clock on the wall here. */
export function localInput(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What such a field says, as an instant. */
export function toInstant(local: string): string {
  return new Date(local).toISOString();
}
