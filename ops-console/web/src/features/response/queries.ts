import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';
import type { CaseDecision, FacilitySaid, HandOverWish, Hazard, SupporterSaid } from '../../api/types';

/** Live events come first; this is how old a figure can grow should one be missed. */
const renewEveryMs = 15_000;
const pageSize = 50;

/** The response that runs with its figures, and the former ones. */
export function useResponses(allowed = true) {
  return useQuery({
    queryKey: keys.responses,
    enabled: allowed,
    queryFn: () => contentOf(hub.GET('/responses')),
    refetchInterval: renewEveryMs,
  });
}

/** One response, running or over. */
export function useResponse(responseId: string) {
  return useQuery({
    queryKey: keys.response(responseId),
    queryFn: () => contentOf(hub.GET('/responses/{responseId}', { params: { path: { responseId } } })),
    refetchInterval: renewEveryMs,
  });
}

export type Which = 'NOT_YET_SAFE' | 'SAFE' | 'ENDED';

/** The list, the most urgent first, part by part. It names nobody. */
export function useCases(response: string, which: Which, district: string) {
  return useInfiniteQuery({
    queryKey: [...keys.responses, response, 'cases', which, district],
    queryFn: ({ pageParam }) =>
      contentOf(
        hub.GET('/not-yet-safe', {
          params: {
            query: { response, which, limit: pageSize, offset: pageParam, ...(district && { district }) },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page, all) => (all.length * pageSize < page.total ? all.length * pageSize : undefined),
    refetchInterval: renewEveryMs,
  });
}

/** One case with its course. It names nobody. */
export function useCase(caseId: string) {
  return useQuery({
    queryKey: keys.responseCase(caseId),
    queryFn: () => contentOf(hub.GET('/response-cases/{caseId}', { params: { path: { caseId } } })),
    refetchInterval: renewEveryMs,
  });
}

/** Names people of the list. Each is a line in the access log, so it is only done when somebody asks for it. */
export function useNames() {
  return useMutation({
    mutationFn: (cases: readonly string[]) =>
      contentOf(hub.POST('/not-yet-safe/names', { body: { cases: [...cases] } })),
  });
}

/** Opens somebody with plan and supporters: a line in the access log for each, so only when asked for. */
export function useOpening(caseId: string) {
  return useMutation({
    mutationFn: () => contentOf(hub.POST('/response-cases/{caseId}/opening', { params: { path: { caseId } } })),
  });
}

/** A change; whatever became of it, how everything stands is asked for again. */
function useChange<Word, Result>(say: (word: Word) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: say,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.responses }),
  });
}

export function useDecision(caseId: string) {
  return useChange((decision: CaseDecision['decision']) =>
    contentOf(hub.POST('/response-cases/{caseId}/decisions', { params: { path: { caseId } }, body: { decision } })),
  );
}

export function useSupporterSaid(caseId: string) {
  return useChange(({ taskId, answer }: { taskId: string; answer: SupporterSaid['answer'] }) =>
    contentOf(
      hub.POST('/response-cases/{caseId}/tasks/{taskId}/answer', {
        params: { path: { caseId, taskId } },
        body: { answer },
      }),
    ),
  );
}

export function useStart() {
  return useChange((body: { districts: string[]; hazard: Hazard }) => contentOf(hub.POST('/responses', { body })));
}

export function useEnd(responseId: string) {
  return useChange((notYetSafe: number) =>
    contentOf(hub.POST('/responses/{responseId}/end', { params: { path: { responseId } }, body: { notYetSafe } })),
  );
}

export function useRenewal(responseId: string) {
  return useChange(() => contentOf(hub.POST('/responses/{responseId}/renewal', { params: { path: { responseId } } })));
}

/** What was handed over of responses. It names nobody. */
export function useHandOvers() {
  return useQuery({
    queryKey: [...keys.responses, 'hand-overs'],
    queryFn: () => contentOf(hub.GET('/hand-overs')),
  });
}

export function useMakeHandOver() {
  return useChange((body: HandOverWish) => contentOf(hub.POST('/hand-overs', { body })));
}

/** Fetches a copy: a line in the access log for everybody in it. */
export function useFetchHandOver() {
  return useChange(({ disclosureId, copy, format }: { disclosureId: string; copy: number; format: 'PDF' | 'CSV' }) =>
    contentOf(
      hub.POST('/hand-overs/{disclosureId}/copies/{copy}/file', {
        params: { path: { disclosureId, copy }, query: { format } },
        parseAs: 'blob',
      }),
    ),
  );
}

export function useRecallHandOver() {
  return useChange(({ disclosureId, reason }: { disclosureId: string; reason: string }) =>
    contentOf(hub.POST('/hand-overs/{disclosureId}/recall', { params: { path: { disclosureId } }, body: { reason } })),
  );
}

/** Facilities inside what is ordered, and how far each is. */
export function useFacilities(responseId: string) {
  return useQuery({
    queryKey: [...keys.response(responseId), 'facilities'],
    queryFn: () => contentOf(hub.GET('/responses/{responseId}/facilities', { params: { path: { responseId } } })),
    refetchInterval: renewEveryMs,
  });
}

export function useFacilitySaid(responseId: string) {
  return useChange(({ facilityId, body }: { facilityId: string; body: FacilitySaid }) =>
    contentOf(
      hub.POST('/responses/{responseId}/facilities/{facilityId}/reply', {
        params: { path: { responseId, facilityId } },
        body,
      }),
    ),
  );
}

/** Writes a note on a case. */
export function useNote(caseId: string) {
  return useChange((body: { text: string; handOver: boolean }) =>
    contentOf(hub.POST('/response-cases/{caseId}/notes', { params: { path: { caseId } }, body })),
  );
}

/** Makes the address of a facility's own page. */
export function useFacilityLink(responseId: string, facilityId: string) {
  return useMutation({
    mutationFn: () =>
      contentOf(
        hub.POST('/responses/{responseId}/facilities/{facilityId}/link', {
          params: { path: { responseId, facilityId } },
        }),
      ),
  });
}

/** All facilities for people who need care, and under which number the hub telephones them. */
export function useCareFacilities() {
  return useQuery({
    queryKey: keys.careFacilities,
    queryFn: () => contentOf(hub.GET('/facilities')),
  });
}

/** Writes the number under which a facility is telephoned; without one it is not. */
export function useFacilityPhone(facilityId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { number?: string }) =>
      contentOf(hub.POST('/facilities/{facilityId}/phone', { params: { path: { facilityId } }, body })),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.careFacilities });
      void client.invalidateQueries({ queryKey: keys.responses });
    },
  });
}
