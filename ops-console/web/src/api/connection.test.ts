import { renderHook, act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { heard, useConnected, useHeartbeat } from './connection';

describe('the connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    heard();
  });
  afterEach(() => void vi.useRealTimers());

  const watch = () =>
    renderHook(() => {
      useHeartbeat();
      return useConnected();
    });

  it('is called lost within three seconds of silence', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(() => new Promise(() => {}));
    const { result } = watch();
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(result.current).toBe(true);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(result.current).toBe(false);
  });

  it('is kept by answers alone', async () => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{}'));
    const { result } = watch();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(result.current).toBe(true);
  });

  it('is back with the first sign of life', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('no network'));
    const { result } = watch();
    await act(() => vi.advanceTimersByTimeAsync(6000));
    expect(result.current).toBe(false);
    act(() => heard());
    expect(result.current).toBe(true);
  });
});
