import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';
import type { Schemas } from '../../api/types';
import type { CheckinEvent, Fact } from '../../tablet/log/event';
import { asEvacuees } from './evacuee';

export type Question = Schemas['EvacueeQuestion'];
export type Doubt = Schemas['Doubt'];

/** People by name. Each asking is a look in the log: nothing is asked again by itself. */
export function useEvacuees(question: Question | null) {
  return useQuery({
    queryKey: ['evacuees', question],
    queryFn: async () => {
      const found = await contentOf(hub.POST('/evacuees/search', { body: question! }));
      return { ...found, evacuees: asEvacuees(found.evacuees) };
    },
    enabled: question !== null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Who opened cards, newest first. */
export function useCardLooks() {
  return useInfiniteQuery({
    queryKey: ['card-looks'],
    queryFn: ({ pageParam }) =>
      contentOf(
        hub.GET('/checkin/looks', { params: { query: { limit: 100, ...(pageParam && { before: pageParam }) } } }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
}

/** Opens what a doubt is about, when somebody wants to decide. */
export function useOpenDoubt() {
  return useMutation({
    mutationFn: async (records: string[]) => {
      const evidence = await contentOf(hub.POST('/checkin/doubts/opening', { body: { records } }));
      return {
        evacuees: asEvacuees(evidence.evacuees),
        versions: evidence.versions as unknown as CheckinEvent[],
      };
    },
  });
}

/** A decision, and the shelter it is about; later than what it is based on. */
export interface Decision {
  shelter: string;
  facts: readonly Fact[];
  after?: string | undefined;
}

/** The console writes as one more device. */
const thisConsole = crypto.randomUUID();

/** Writes down what somebody decided. */
export function useDecide(by: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ shelter, facts, after }: Decision) => {
      const now = new Date();
      const wall = Math.max(now.getTime(), after ? Date.parse(after) + 1 : 0);
      const events = facts.map((fact, count): CheckinEvent => ({
        id: crypto.randomUUID(),
        device: thisConsole,
        shelter,
        clock: { wall, count },
        at: now.toISOString(),
        by,
        fact,
      }));
      // The contract leaves the shape of an event to its reader.
      return contentOf(
        hub.POST('/checkin/events', { body: { device: thisConsole, unsent: 0, events: events as never[] } }),
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.tally }),
  });
}
