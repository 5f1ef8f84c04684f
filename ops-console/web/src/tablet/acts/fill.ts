/** Whether a field of a card says nothing yet. */
function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.values(value).every((each) => each === 0);
  return value === undefined || value === null || value === '' || value === 'UNKNOWN' || value === 'UNANSWERED';
}

/** A card with its empty fields filled from what is known. What somebody said themselves stays as they said it. */
export function filled<Card extends object>(card: Card, known: Card): Card {
  const missing = Object.entries(known).filter(
    ([field, value]) => !isEmpty(value) && isEmpty(card[field as keyof Card]),
  );
  return { ...card, ...Object.fromEntries(missing) };
}
