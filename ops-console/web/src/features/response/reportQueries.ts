import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';

/** Live events come first; this is how old a list can grow should one be missed. */
const renewEveryMs = 15_000;

/** Reports staff have to look after, calls for help first, and how many report that they are safe. */
export function useOpenCalls() {
  return useQuery({
    queryKey: [...keys.responses, 'reports'],
    queryFn: () => contentOf(hub.GET('/reports', { params: { query: { open: true } } })),
    refetchInterval: renewEveryMs,
  });
}

/** Says what was done about a report. */
export function useHandling() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reportId, outcome }: { reportId: string; outcome: string }) =>
      contentOf(hub.POST('/reports/{reportId}/handled', { params: { path: { reportId } }, body: { outcome } })),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.responses }),
  });
}

/** Makes the address of a supporter's answer page. */
export function useAnswerLink(caseId: string, taskId: string) {
  return useMutation({
    mutationFn: () =>
      contentOf(hub.POST('/response-cases/{caseId}/tasks/{taskId}/link', { params: { path: { caseId, taskId } } })),
  });
}
