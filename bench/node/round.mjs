// The part of a peer that talks to the benchmark: a line "go" on the standard input is a round, its
// answer a line on the standard output. Ends with its input.
import { createInterface } from 'node:readline';

export async function serve(round) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line !== 'go') continue;
    const begin = performance.now();
    const failed = await round();
    process.stdout.write(JSON.stringify({ millis: performance.now() - begin, failed }) + '\n');
  }
}

/** Runs so many pieces of work, at most `most` at a time. */
export async function inParallel(pieces, most, work) {
  let next = 0;
  let failed = 0;
  const worker = async () => {
    while (next < pieces) {
      const piece = next++;
      failed += await work(piece);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, pieces) }, worker));
  return failed;
}
