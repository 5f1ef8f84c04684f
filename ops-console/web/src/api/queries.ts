import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { contentOf, hub } from './client';
import type { ChronologyKind } from './types';

/** Names of what is kept from the hub; a live event makes the named things asked for again. */
export const keys = {
  hub: ['hub'],
  session: ['session'],
  situation: ['situation'],
  districts: ['districts'],
  orders: ['orders'],
  dispatches: ['dispatches'],
  dispatchLists: ['dispatches', 'list'],
  dispatch: (id: string) => ['dispatches', id],
  board: (id: string) => ['board', id],
  alert: (id: string) => ['alert', id],
  chronology: ['chronology'],
  sites: ['sites'],
  shelters: ['shelters'],
  tally: ['tally'],
  responses: ['responses'],
  careFacilities: ['care-facilities'] as const,
  response: (id: string) => ['responses', id],
  responseCase: (id: string) => ['responses', 'case', id],
  tablets: ['tablets'],
  shelter: (id: string) => ['shelters', id],
  lalert: ['shelters', 'lalert'],
  imports: ['imports'],
  map: ['map'],
  areaSets: ['sites', 'area-sets'],
  exposure: (place: { latitude: number; longitude: number }) => ['map', 'exposure', place.latitude, place.longitude],
  siteHistory: (siteId: string) => ['sites', siteId, 'history'],
} as const;

/** Live events come first; this is how old a figure can grow should one be missed. */
const renewEveryMs = 20_000;

export function useHub() {
  return useQuery({ queryKey: keys.hub, queryFn: () => contentOf(hub.GET('/hub')), retry: true });
}

export function useSituation() {
  return useQuery({
    queryKey: keys.situation,
    queryFn: () => contentOf(hub.GET('/situation')),
    refetchInterval: renewEveryMs,
  });
}

export function useDistricts() {
  return useQuery({
    queryKey: keys.districts,
    queryFn: () => contentOf(hub.GET('/map/districts')),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useOrders() {
  return useQuery({
    queryKey: keys.orders,
    queryFn: () => contentOf(hub.GET('/evacuation-orders')),
    refetchInterval: renewEveryMs,
  });
}

/** Drafts and dispatches, newest first, page by page. */
export function useDispatches(open: boolean) {
  return useInfiniteQuery({
    queryKey: [...keys.dispatchLists, open],
    queryFn: ({ pageParam }) =>
      contentOf(
        hub.GET('/dispatches', {
          params: { query: { ...(open && { open }), ...(pageParam && { before: pageParam }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    refetchInterval: renewEveryMs,
  });
}

export function useDispatch(dispatchId: string) {
  return useQuery({
    queryKey: keys.dispatch(dispatchId),
    queryFn: () => contentOf(hub.GET('/dispatches/{dispatchId}', { params: { path: { dispatchId } } })),
    refetchInterval: renewEveryMs,
  });
}

export function useBoard(dispatchId: string) {
  return useQuery({
    queryKey: keys.board(dispatchId),
    queryFn: () => contentOf(hub.GET('/dispatches/{dispatchId}/board', { params: { path: { dispatchId } } })),
    refetchInterval: 5000,
  });
}

export function useAlert(alertId: string | undefined) {
  return useQuery({
    queryKey: keys.alert(alertId ?? ''),
    queryFn: () => contentOf(hub.GET('/alerts/{alertId}', { params: { path: { alertId: alertId ?? '' } } })),
    enabled: alertId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** One page of the chronology, newest first. */
export function fetchChronology(kinds: readonly ChronologyKind[], before: number | undefined, limit: number) {
  return contentOf(
    hub.GET('/chronology', {
      params: { query: { limit, ...(before && { before }), ...(kinds.length > 0 && { kind: [...kinds] }) } },
    }),
  );
}

export function useChronology(kinds: readonly ChronologyKind[]) {
  return useInfiniteQuery({
    queryKey: [...keys.chronology, kinds],
    queryFn: ({ pageParam }) => fetchChronology(kinds, pageParam || undefined, 100),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
    refetchInterval: renewEveryMs,
  });
}
