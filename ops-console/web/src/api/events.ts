import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { heard } from './connection';
import { lookAgain } from './lookAgain';
import { moveTally } from '../features/tally/queries';
import { keys } from './queries';
import type { Board, Dispatch, DispatchPage, DispatchSummary, StaffEvent } from './types';

const names = [
  'situation',
  'draft',
  'board',
  'source',
  'medium',
  'sites',
  'shelters',
  'tally',
  'response',
  'reload',
] as const;

/** Applies a live hint: what it brings is shown at once, what it only mentions is asked for again. */
export function applyEvent(queries: QueryClient, event: StaffEvent) {
  switch (event.kind) {
    case 'board':
      moveBoard(queries, event);
      break;
    case 'draft':
      lookAgain(queries, { queryKey: keys.dispatches });
      lookAgain(queries, { queryKey: keys.situation });
      break;
    case 'situation':
      lookAgain(queries, { queryKey: keys.situation });
      lookAgain(queries, { queryKey: keys.orders });
      break;
    case 'source':
    case 'medium':
      lookAgain(queries, { queryKey: keys.situation });
      break;
    case 'sites':
      lookAgain(queries, { queryKey: keys.sites });
      lookAgain(queries, { queryKey: keys.imports });
      lookAgain(queries, { queryKey: keys.map });
      break;
    case 'shelters':
      lookAgain(queries, { queryKey: keys.shelters });
      lookAgain(queries, { queryKey: keys.sites });
      lookAgain(queries, { queryKey: keys.map });
      break;
    case 'tally':
      if (event.tally) moveTally(queries, event.tally, new Date().toISOString());
      break;
    case 'response':
      lookAgain(queries, { queryKey: keys.responses });
      break;
    case 'reload':
      lookAgain(queries);
  }
}

/** Moves the numbers of a board on screen; what has no numbers is a milestone, and its reasons are asked for again. */
function moveBoard(queries: QueryClient, { dispatchId, asOf, figures }: StaffEvent) {
  if (!dispatchId) return;
  // An answer under way may be older than these numbers and would overwrite them.
  const underWay = queries.isFetching({ queryKey: keys.board(dispatchId) }) > 0;
  if (!asOf || !figures || underWay) {
    lookAgain(queries, { queryKey: keys.board(dispatchId) });
    lookAgain(queries, { queryKey: keys.dispatches });
    return;
  }
  const withReach = <T extends DispatchSummary>(dispatch: T): T =>
    dispatch.id === dispatchId ? { ...dispatch, reach: figures } : dispatch;
  queries.setQueryData<Dispatch>(keys.dispatch(dispatchId), (dispatch) => dispatch && withReach(dispatch));
  queries.setQueriesData<InfiniteData<DispatchPage>>(
    { queryKey: keys.dispatchLists },
    (list) =>
      list && { ...list, pages: list.pages.map((page) => ({ ...page, dispatches: page.dispatches.map(withReach) })) },
  );
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
      lookAgain(queries);
    };
    return () => stream.close();
  }, [queries]);
}
