import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import type { Look } from '../register/Look/look';
import { lookFor, type PaperReader } from './PaperFor';
import type {
  PlanAgreement,
  PlanDraft,
  PlanHazard,
  PlanReason,
  PlanRehearsal,
  PlanSeverity,
  PlanState,
  SupporterEntry,
} from './plan';

/** A look that succeeded is not repeated by the browser itself: each one is written down. */
const onlyOnDemand = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export interface PlanFilter {
  district?: string;
  hazard?: PlanHazard;
  state?: PlanState;
  reason?: PlanReason;
  severity?: PlanSeverity;
  person?: string;
}

export const pageSize = 50;

/** A page of the worklist. Everybody on it is written into the access log. */
export function usePlans(look: Look, filter: PlanFilter, offset: number, enabled = true) {
  return useQuery({
    queryKey: ['people', 'plans', look, filter, offset],
    queryFn: () => contentOf(hub.GET('/plans', { params: { query: { ...look, ...filter, offset, limit: pageSize } } })),
    enabled,
    ...onlyOnDemand,
  });
}

/** How the plans are; nobody is opened for it. */
export function usePlanHealth() {
  return useQuery({ queryKey: ['plan-health'], queryFn: () => contentOf(hub.GET('/plan-health')) });
}

/** Opens a plan; the look is logged. */
export function fetchPlan(look: Look, planId: string) {
  return contentOf(hub.GET('/plans/{planId}', { params: { path: { planId }, query: look } }));
}

export function usePlan(look: Look, planId: string) {
  return useQuery({
    queryKey: ['people', 'plan', planId, look],
    queryFn: () => fetchPlan(look, planId),
    ...onlyOnDemand,
  });
}

/** What a plan of a person could say; the look is logged. */
export function useProposal(look: Look, person: string, hazard: PlanHazard, enabled = true) {
  return useQuery({
    queryKey: ['people', 'plan-proposal', person, hazard, look],
    queryFn: () => contentOf(hub.GET('/plan-proposal', { params: { query: { ...look, person, hazard } } })),
    enabled,
    ...onlyOnDemand,
  });
}

/** Everybody who helps in a district; the looks are logged. */
export function useSupporters(look: Look, district: string | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['people', 'supporters', look, district],
    queryFn: () => contentOf(hub.GET('/supporters', { params: { query: { ...look, ...(district && { district }) } } })),
    enabled,
    ...onlyOnDemand,
  });
}

/** Hands a draft in. The same draft handed in twice is taken once. */
export function savePlan(planId: string, body: PlanDraft) {
  return contentOf(hub.PUT('/plans/{planId}', { params: { path: { planId } }, body }));
}

function useChange<T, R>(change: (value: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['plan-health'] }),
  });
}

export function useSavePlan(planId: string) {
  return useChange((body: PlanDraft) => savePlan(planId, body));
}

export function useAgree(planId: string) {
  return useChange((body: PlanAgreement) =>
    contentOf(hub.POST('/plans/{planId}/agreement', { params: { path: { planId } }, body })),
  );
}

export function useReview(planId: string) {
  return useChange((body: { version: number; nextReview: string }) =>
    contentOf(hub.POST('/plans/{planId}/review', { params: { path: { planId } }, body })),
  );
}

export function useRehearse(planId: string) {
  return useChange((body: PlanRehearsal) =>
    contentOf(hub.POST('/plans/{planId}/rehearsals', { params: { path: { planId } }, body })),
  );
}

export function useSaveSupporter() {
  return useChange(({ id, body }: { id: string; body: SupporterEntry }) =>
    contentOf(hub.PUT('/supporters/{supporterId}', { params: { path: { supporterId: id } }, body })),
  );
}

export function useExamine() {
  return useChange(() => contentOf(hub.POST('/plan-health')));
}

/** The plan on one sheet of paper, numbered, for somebody; the look is logged under the number. */
export function usePrint(look: Look, planId: string) {
  return useMutation({
    mutationFn: (reader: PaperReader) =>
      contentOf(
        hub.POST('/plans/{planId}/paper', {
          params: { path: { planId }, query: lookFor(reader.kind, look) },
          body: reader,
          parseAs: 'blob',
        }),
      ) as Promise<Blob>,
  });
}

/** The plans of a district against a danger as a numbered list; everybody in it is logged under the number. */
export function usePrintList(look: Look) {
  return useMutation({
    mutationFn: (body: { reader: PaperReader; district: string; hazard: PlanHazard }) =>
      contentOf(
        hub.POST('/plan-lists', { params: { query: lookFor(body.reader.kind, look) }, body, parseAs: 'blob' }),
      ) as Promise<Blob>,
  });
}

/** What the plan said in a version; the look is logged. */
export function usePlanVersion(look: Look, planId: string, version: number) {
  return useQuery({
    queryKey: ['people', 'plan', planId, 'version', version, look],
    queryFn: () =>
      contentOf(hub.GET('/plans/{planId}/versions/{version}', { params: { path: { planId, version }, query: look } })),
    ...onlyOnDemand,
  });
}

/** Those whose name begins like this, wherever they live; those found are logged. */
export function useSupporterSearch(look: Look) {
  return useMutation({
    mutationFn: (words: string) =>
      contentOf(hub.POST('/supporters/search', { params: { query: look }, body: { words } })),
  });
}
