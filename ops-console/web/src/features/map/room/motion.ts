const still = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
const usual = 300;

/** How many milliseconds names and colours take to change; whoever wants no motion sees them change at once. */
export const changing = still ? 0 : usual;
