/** What stands for nothing on a card: nobody has asked, or nobody knew. */
function isEmpty(value: unknown): boolean {
  const nothing: unknown[] = ['', 'UNKNOWN', 'UNANSWERED', undefined, null];
  if (nothing.includes(value)) return true;
  // No needs, and no pets of any kind.
  return typeof value === 'object' && value !== null && Object.values(value).every((each) => each === 0);
}

/** Two cards that say the same, whatever order their fields are written in. */
export function sameCard(a: object | null, b: object | null): boolean {
  const plain = (card: object | null) =>
    JSON.stringify(
      Object.entries(card ?? {})
        .filter(([, value]) => !isEmpty(value))
        .sort(),
    );
  return plain(a) === plain(b);
}

/** One card that says all that two say, or null where they contradict each other. */
export function mergeCards<Card extends object>(a: Card, b: Card): Card | null {
  const added = Object.entries(b).filter(([, value]) => !isEmpty(value));
  const contradict = added.some(([field, value]) => {
    const known: unknown = a[field as keyof Card];
    return !isEmpty(known) && JSON.stringify(known) !== JSON.stringify(value);
  });
  return contradict ? null : { ...a, ...Object.fromEntries(added) };
}
