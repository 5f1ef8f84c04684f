import fc from 'fast-check';
import jsQR from 'jsqr';
import { create } from 'qrcode';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../log/readEvent';
import { someHistory } from '../testing/histories';
import { cut, FrameCollector } from './frames';
import { NoParcel, pack, unpack } from './parcel';

const runs = { seed: 4, numRuns: 100 };

describe('引き継ぎ', () => {
  it('QRを何度どの順で読んでも、同じ出来事になる', async () => {
    await fc.assert(
      fc.asyncProperty(someHistory, fc.infiniteStream(fc.nat(500)), async (history, reading) => {
        const frames = cut(await pack(history));
        const collector = new FrameCollector();
        for (const frame of frames.toReversed()) collector.add(frame);
        for (const index of [...frames.keys()])
          collector.add(frames[(reading.next().value ?? 0) % frames.length] ?? String(index));
        expect(await unpack(collector.bytes ?? new Uint8Array())).toEqual({ events: history, unreadable: 0 });
      }),
      runs,
    );
  });

  it('画面に出すQRは、カメラの読み取りで元に戻る', () => {
    const [frame = ''] = cut(new Uint8Array(5_000).map((_, place) => (place * 131) % 251));
    const { modules } = create(frame, { errorCorrectionLevel: 'L' });
    const [scale, margin] = [3, 4];
    const side = (modules.size + 2 * margin) * scale;
    const picture = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let place = 0; place < side * side; place++) {
      const [row, column] = [Math.floor(place / side), place % side].map((at) => Math.floor(at / scale) - margin);
      const inside = [row, column].every((at) => at !== undefined && at >= 0 && at < modules.size);
      if (inside && modules.get(row ?? 0, column ?? 0)) picture.fill(0, place * 4, place * 4 + 3);
    }
    expect(jsQR(picture, side, side)?.data).toBe(frame);
  });

  it('足りないうちは何も取り込まない', async () => {
    const [first = ''] = cut(new Uint8Array(2_000));
    const collector = new FrameCollector();
    expect(collector.add(first)).toBe(true);
    expect(collector.add(first)).toBe(false);
    expect(collector.bytes).toBeNull();
    expect(collector.progress).toEqual({ read: 1, of: 4 });
  });

  it('ほかのQRや壊れたファイルは、引き継ぎではないと言う', async () => {
    const collector = new FrameCollector();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, words) => {
        expect(collector.add(words)).toBe(false);
        await expect(unpack(Uint8Array.from(bytes))).rejects.toBeInstanceOf(NoParcel);
        await expect(unpack(Uint8Array.from([0x1f, 0x8b, ...bytes]))).rejects.toBeInstanceOf(NoParcel);
      }),
      runs,
    );
  });

  it('読めない出来事は数え、読めるものだけを取り込む', async () => {
    const [event] = fc
      .sample(
        someHistory.filter(({ length }) => length > 0),
        { seed: 1, numRuns: 1 },
      )
      .flat();
    const broken = { ...event, fact: { type: 'counted', people: 'many', households: 0 } };
    const text = JSON.stringify({ noroshi: 'checkin-events', version: 1, events: [event, broken, null, 5] });
    const parcel = await unpack(new TextEncoder().encode(text));
    expect(parcel).toEqual({ events: [event], unreadable: 3 });
  });

  it('どんな値でも、出来事か、そうでないかのどちらか', () => {
    fc.assert(
      fc.property(fc.anything(), someHistory, (value, history) => {
        expect(readEvent(value)).toBeNull();
        for (const event of history) {
          expect(readEvent(event)).toBe(event);
          expect(readEvent({ ...event, extra: value })).toBeNull();
        }
      }),
      runs,
    );
  });
});
