import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { heard } from './connection';
import { moveTally } from '../features/tally/queries';
import { keys } from './queries';
import type { Board, StaffEvent } from './types';

const names = ['situation', 'draft', 'board', 'source', 'medium', 'sites', 'shelters', 'tally', 'reload'] as const;

/** Applies a live hint: what it brings is shown at once, what it only mentions is asked for again. */
export function applyEvent(queries: QueryClient, event: StaffEvent) {
  switch (event.kind) {
    case 'board':
      moveBoard(queries, event);
      break;
    case 'draft':
      void queries.invalidateQueries({ queryKey: keys.dispatches });
      void queries.invalidateQueries({ queryKey: keys.situation });
      break;
    case 'situation':
      void queries.invalidateQueries({ queryKey: keys.situation });
      void queries.invalidateQueries({ queryKey: keys.orders });
      break;
    case 'source':
    case 'medium':
      void queries.invalidateQueries({ queryKey: keys.situation });
      break;
    case 'sites':
      void queries.invalidateQueries({ queryKey: keys.sites });
      void queries.invalidateQueries({ queryKey: keys.imports });
      void queries.invalidateQueries({ queryKey: keys.map });
      break;
    case 'shelters':
      void queries.invalidateQueries({ queryKey: keys.shelters });
      void queries.invalidateQueries({ queryKey: keys.sites });
      void queries.invalidateQueries({ queryKey: keys.map });
      break;
    case 'tally':
      if (event.tally) moveTally(queries, event.tally, new Date().toISOString());
      break;
    case 'reload':
      void queries.invalidateQueries();
  }
}

/** Moves the numbers of a board on screen; what has no numbers is a milestone, and its reasons are asked for again. */
function moveBoard(queries: QueryClient, { dispatchId, asOf, figures }: StaffEvent) {
  if (!dispatchId) return;
  if (!asOf || !figures) {
    void queries.invalidateQueries({ queryKey: keys.board(dispatchId) });
    return;
  }
  queries.setQueryData<Board>(
    keys.board(dispatchId),
    (board) =>
      board && {
        ...board,
        asOf,
        media: figures.map((row) => ({
          ...row,
          reasons: board.media.find((known) => known.medium === row.medium)?.reasons ?? [],
        })),
      },
  );
}

/** Follows the hub's live events. The browser reconnects by itself and tells the last event it saw. */
export function useLiveEvents() {
  const queries = useQueryClient();
  useEffect(() => {
    const stream = new EventSource('/api/events');
    const take = (message: MessageEvent<string>) => {
      heard();
      applyEvent(queries, JSON.parse(message.data) as StaffEvent);
    };
    for (const name of names) stream.addEventListener(name, take);
    // What changed between the first look and the opening of the stream was told to nobody here.
    stream.onopen = () => {
      heard();
      void queries.invalidateQueries();
    };
    return () => stream.close();
  }, [queries]);
}
