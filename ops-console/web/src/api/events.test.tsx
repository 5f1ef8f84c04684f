import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { boardRowOf, dispatchOf } from '../testing/samples';
import { applyEvent, useLiveEvents } from './events';
import { keys } from './queries';

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

  it('move how far a dispatch came in every list that shows it, without asking again', () => {
    const queries = new QueryClient();
    const invalidated = vi.spyOn(queries, 'invalidateQueries');
    const shown = dispatchOf({ state: 'APPROVED' });
    const other = dispatchOf({ id: '00000000-0000-4000-8000-000000000013' });
    const asOf = '2026-11-21T00:00:00Z';
    queries.setQueryData([...keys.dispatchLists, false], {
      pages: [{ asOf, dispatches: [shown, other] }],
      pageParams: [0],
    });
    queries.setQueryData(keys.dispatch(shown.id), shown);
    applyEvent(queries, { kind: 'board', dispatchId: shown.id, asOf, figures: [boardRowOf({ waiting: 40 })] });
    const reach = [expect.objectContaining({ medium: 'LINE', waiting: 40 })];
    expect(queries.getQueryData([...keys.dispatchLists, false])).toMatchObject({
      pages: [
        {
          dispatches: [
            { id: shown.id, reach },
            { id: other.id, reach: [] },
          ],
        },
      ],
    });
    expect(queries.getQueryData(keys.dispatch(shown.id))).toMatchObject({ reach });
    expect(invalidated).not.toHaveBeenCalled();
  });
});
