/** Reads server-sent events and says the name of each, until the stream ends. What they carry is not needed here. */
export async function readStream(body: ReadableStream<Uint8Array>, onEvent: (name: string) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const lines = (rest + chunk.value).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const name = /^event: ?(.*)$/.exec(line)?.[1];
      if (name !== undefined) onEvent(name);
    }
  }
}
