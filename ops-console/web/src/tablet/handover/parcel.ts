import type { CheckinEvent } from '../log/event';
import { readEvent } from '../log/readEvent';

const header = { noroshi: 'checkin-events', version: 1 } as const;

/** No hand-over of a shelter is larger; what grows beyond it when unpacked is no hand-over. */
const mostBytes = 64 * 1024 * 1024;

/** What was handed over: the events that could be read, and how many could not. */
export interface Parcel {
  events: readonly CheckinEvent[];
  unreadable: number;
}

/** It is no hand-over of a tablet, or of a later version. */
export class NoParcel extends Error {}

/** Events as bytes to be carried to another tablet. */
export async function pack(events: readonly CheckinEvent[]): Promise<Uint8Array<ArrayBuffer>> {
  const json = new Blob([JSON.stringify({ ...header, events })]);
  const packed = json.stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Reads what {@link pack} made, packed or already unpacked. Rejects with {@link NoParcel}. */
export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Parcel> {
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = await (packed ? inflate(bytes) : Promise.resolve(new TextDecoder().decode(bytes))).catch(() => {
    throw new NoParcel();
  });
  const content = parse(text);
  if (content?.noroshi !== header.noroshi || content.version !== header.version || !Array.isArray(content.events)) {
    throw new NoParcel();
  }
  const events = content.events.map(readEvent).filter((event) => event !== null);
  return { events, unreadable: content.events.length - events.length };
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    total += chunk.value.length;
    if (total > mostBytes) {
      await reader.cancel();
      throw new NoParcel();
    }
    parts.push(chunk.value);
  }
  return new Blob(parts).text();
}

function parse(text: string): { noroshi?: unknown; version?: unknown; events?: unknown } | null {
  try {
    return JSON.parse(text) as object | null;
  } catch {
    return null;
  }
}
