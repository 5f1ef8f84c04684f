import type { Dispatch, DispatchEdit } from '../../api/types';

/** What of a draft can be told apart from how it was seen before. */
export type Part = 'title' | 'media' | 'audience' | 'expiresAt' | 'siren' | `text:${string}`;

type Snapshot = Record<string, string>;

const prefix = 'noroshi.seen.';
const keep = 60;

/** The draft as a reader sees it, part by part. */
function snapshotOf(
  dispatch: Pick<Dispatch, 'title' | 'media' | 'audience' | 'expiresAt' | 'siren' | 'texts'>,
): Snapshot {
  const parts: Snapshot = {
    title: dispatch.title,
    media: [...dispatch.media].sort().join(),
    audience: dispatch.audience.type === 'everyone' ? 'everyone' : [...dispatch.audience.areas].sort().join(),
    siren: dispatch.siren ?? '',
    expiresAt: String(new Date(dispatch.expiresAt).getTime()),
  };
  for (const text of dispatch.texts) parts[textPart(text)] = `${text.title}\n${text.body}`;
  return parts;
}

/** The name of a text among the parts. */
export function textPart(text: { medium: string; language: string }): Part {
  return `text:${text.medium}:${text.language}`;
}

/** The parts that differ from what this reader last saw; none when it was never seen. */
export function changedSinceSeen(dispatch: Dispatch, account: string): ReadonlySet<Part> {
  const stored = localStorage.getItem(keyOf(dispatch.id, account));
  if (!stored) return new Set();
  const before = JSON.parse(stored) as Snapshot;
  return difference(before, snapshotOf(dispatch));
}

/** Remembers, on this device, how the reader saw it; the oldest memories make room. */
export function rememberSeen(dispatch: Dispatch, account: string) {
  const known = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  if (known.length >= keep) for (const key of known.slice(0, known.length - keep + 1)) localStorage.removeItem(key);
  localStorage.setItem(keyOf(dispatch.id, account), JSON.stringify(snapshotOf(dispatch)));
}

/** Whether an edit says something else than the draft it began with. */
export function isEdited(edit: DispatchEdit, dispatch: Dispatch): boolean {
  return difference(snapshotOf(edit), snapshotOf(dispatch)).size > 0;
}

function keyOf(dispatchId: string, account: string): string {
  return `${prefix}${account}.${dispatchId}`;
}

function difference(before: Snapshot, after: Snapshot): ReadonlySet<Part> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Set([...names].filter((name) => before[name] !== after[name]) as Part[]);
}
