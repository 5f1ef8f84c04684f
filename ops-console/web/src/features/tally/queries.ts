import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { lookAgain } from '../../api/lookAgain';
import { keys } from '../../api/queries';
import type { MovedTally, Tally } from '../../api/types';

/** How many are where. Live hints move the numbers at once; everything is asked for every half minute. */
export function useTally() {
  return useQuery({
    queryKey: keys.tally,
    queryFn: () => contentOf(hub.GET('/tally')),
    refetchInterval: 30_000,
  });
}

/** How many there were in the city, or at one shelter. */
export function useTallyHistory(shelter?: string) {
  return useQuery({
    queryKey: [...keys.tally, 'history', shelter],
    queryFn: () => contentOf(hub.GET('/tally/history', { params: { query: shelter ? { shelter } : {} } })),
    refetchInterval: 60_000,
  });
}

/** What a person has to look at. */
export function useDoubts(asks: boolean) {
  return useQuery({
    queryKey: [...keys.tally, 'doubts'],
    queryFn: () => contentOf(hub.GET('/checkin/doubts')),
    refetchInterval: 60_000,
    enabled: asks,
  });
}

/** What the shelters want. */
export function useSupplies() {
  return useQuery({
    queryKey: [...keys.tally, 'supplies'],
    queryFn: () => contentOf(hub.GET('/supplies')),
    refetchInterval: 60_000,
  });
}

/** The tablets of the shelters. */
export function useTablets(asks: boolean) {
  return useQuery({
    queryKey: keys.tablets,
    queryFn: () => contentOf(hub.GET('/tablets')),
    refetchInterval: 60_000,
    enabled: asks,
  });
}

/** Locks a tablet out. */
export function useLockTablet() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ device, reason }: { device: string; reason: string }) =>
      contentOf(hub.POST('/tablets/{device}/lock', { params: { path: { device } }, body: { reason } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.tablets }),
  });
}

/** The classes of the tally follow its numbers after so long; all consoles asking at once for every arrival would be many. */
const classesFollowMs = 2_000;
let classesDue = false;

/** Moves the numbers on screen at once; classes and times follow together a little later. */
export function moveTally(queries: QueryClient, moved: MovedTally, at: string) {
  queries.setQueryData<Tally>(keys.tally, (tally) => tally && applyMoved(tally, moved, at));
  if (classesDue) return;
  classesDue = true;
  setTimeout(() => {
    classesDue = false;
    lookAgain(queries, { queryKey: keys.tally, exact: true });
  }, classesFollowMs);
}

/** A tally with what moved; a shelter that is new in it is left to the next full answer. */
export function applyMoved(tally: Tally, moved: MovedTally, at: string): Tally {
  return {
    ...tally,
    asOf: at,
    city: { ...tally.city, people: moved.people, households: moved.households },
    shelters: tally.shelters.map((each) => {
      const people = moved.shelters[each.shelter];
      return people === undefined ? each : { ...each, asOf: at, dark: false, figures: { ...each.figures, people } };
    }),
  };
}
