import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useLiveEvents } from './events';

/** A stream that opens, and speaks, when it is told to. */
class Stream {
  static last: Stream;
  onopen: () => void = () => {};
  readonly listeners = new Map<string, (message: { data: string }) => void>();

  constructor(readonly address: string) {
    Stream.last = this;
  }

  addEventListener(name: string, listener: (message: { data: string }) => void) {
    this.listeners.set(name, listener);
  }

  close() {}
}

describe('the live events', () => {
  afterEach(() => vi.unstubAllGlobals());

  const follow = () => {
    vi.stubGlobal('EventSource', Stream);
    const queries = new QueryClient();
    const invalidated = vi.spyOn(queries, 'invalidateQueries');
    const wrapper = ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    );
    renderHook(() => useLiveEvents(), { wrapper });
    return invalidated;
  };

  it('ask for everything again when the stream opens: nobody told what changed until then', () => {
    const invalidated = follow();
    expect(invalidated).not.toHaveBeenCalled();
    Stream.last.onopen();
    expect(invalidated).toHaveBeenCalledWith({});
  });

  it('ask again for drafts when one changes', () => {
    const invalidated = follow();
    Stream.last.listeners.get('draft')?.({ data: '{"kind":"draft"}' });
    expect(invalidated).toHaveBeenCalledWith({ queryKey: ['dispatches'] });
  });
});
