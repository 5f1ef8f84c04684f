import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import type {
  NewConsent,
  NewDisclosure,
  NewEmergency,
  NewPerson,
  PeopleSearch,
  PersonAmendment,
  RegisterExtracts,
} from '../../api/types';
import type { Look } from './Look/look';

const keys = {
  register: ['register'],
  emergencies: ['register', 'emergencies'],
  disclosures: ['register', 'disclosures'],
  imports: ['register', 'imports'],
  lines: ['register', 'lines'],
} as const;

/** A look that succeeded is not repeated by the browser itself: each one is written down. */
export const onlyOnDemand = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
  retry: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export function useRegister() {
  return useQuery({ queryKey: keys.register, queryFn: () => contentOf(hub.GET('/register')) });
}

/** Searches when there is something to search by. Everybody found is written into the access log. */
export function usePeople(look: Look, search: PeopleSearch | null) {
  return useQuery({
    queryKey: ['people', look, search],
    queryFn: () => contentOf(hub.POST('/register/search', { params: { query: look }, body: search ?? {} })),
    enabled: search !== null,
    ...onlyOnDemand,
  });
}

/** Opens the sheet of a person; written into the access log. */
export function usePerson(look: Look, personId: string) {
  return useQuery({
    queryKey: ['people', 'sheet', personId, look],
    queryFn: () =>
      contentOf(hub.POST('/register/people/{personId}/opening', { params: { path: { personId }, query: look } })),
    ...onlyOnDemand,
  });
}

/** Writes a person by hand; it opens them, so it is written into the access log. */
export function useAmend(look: Look, personId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PersonAmendment) => {
      const { purpose, basis } = look;
      return contentOf(
        hub.PUT('/register/people/{personId}', { params: { path: { personId }, query: { purpose, basis } }, body }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.register }),
  });
}

/** Takes in somebody no extract brought. */
export function useEnter() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewPerson) => contentOf(hub.POST('/register/people', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.register }),
  });
}

export function useRecordConsent(personId: string) {
  return useMutation({
    mutationFn: (body: NewConsent) =>
      contentOf(hub.POST('/register/people/{personId}/consents', { params: { path: { personId } }, body })),
  });
}

export function useEmergencies() {
  return useQuery({
    queryKey: keys.emergencies,
    queryFn: () => contentOf(hub.GET('/register/emergencies')),
    refetchInterval: 20_000,
  });
}

export function useDeclare() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewEmergency) => contentOf(hub.POST('/register/emergencies', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.emergencies }),
  });
}

export function useEndEmergency() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (emergencyId: string) =>
      contentOf(hub.POST('/register/emergencies/{emergencyId}/end', { params: { path: { emergencyId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.emergencies }),
  });
}

export function useAcknowledge() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ emergencyId, remark }: { emergencyId: string; remark: string }) =>
      contentOf(
        hub.POST('/register/emergencies/{emergencyId}/acknowledgement', {
          params: { path: { emergencyId } },
          body: { remark },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.emergencies }),
  });
}

export function useDisclosures() {
  return useQuery({ queryKey: keys.disclosures, queryFn: () => contentOf(hub.GET('/register/disclosures')) });
}

export function useMakeDisclosure() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ look, body }: { look: Look; body: NewDisclosure }) =>
      contentOf(hub.POST('/register/disclosures', { params: { query: look }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.disclosures }),
  });
}

/** Fetches a copy as a file; everybody in it is written into the access log. */
export function useFetchCopy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ look, disclosureId, copy }: { look: Look; disclosureId: string; copy: number }) =>
      contentOf(
        hub.POST('/register/disclosures/{disclosureId}/copies/{copy}/file', {
          params: { path: { disclosureId, copy }, query: look },
          parseAs: 'blob',
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.disclosures }),
  });
}

export function useRecall() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ disclosureId, reason }: { disclosureId: string; reason: string }) =>
      contentOf(
        hub.POST('/register/disclosures/{disclosureId}/recall', {
          params: { path: { disclosureId } },
          body: { reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.disclosures }),
  });
}

export function useConfirmDestruction() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ disclosureId, copy }: { disclosureId: string; copy: number }) =>
      contentOf(
        hub.POST('/register/disclosures/{disclosureId}/copies/{copy}/destruction', {
          params: { path: { disclosureId, copy } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.disclosures }),
  });
}

export function useImports() {
  return useQuery({ queryKey: keys.imports, queryFn: () => contentOf(hub.GET('/register/imports')) });
}

export function usePropose() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RegisterExtracts) => contentOf(hub.POST('/register/imports', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.imports }),
  });
}

/** Opens a proposal; everybody in it is written into the access log. */
export function useProposal(importId: string | null) {
  return useQuery({
    queryKey: ['people', 'proposal', importId],
    queryFn: () =>
      contentOf(hub.POST('/register/imports/{importId}/opening', { params: { path: { importId: importId ?? '' } } })),
    enabled: importId !== null,
    ...onlyOnDemand,
  });
}

export type Decision = 'approval' | 'rejection' | 'undoing';

export function useDecide() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ importId, decision }: { importId: string; decision: Decision }) => {
      const params = { path: { importId } };
      switch (decision) {
        case 'approval':
          return contentOf(hub.POST('/register/imports/{importId}/approval', { params }));
        case 'rejection':
          return contentOf(hub.POST('/register/imports/{importId}/rejection', { params }));
        case 'undoing':
          return contentOf(hub.POST('/register/imports/{importId}/undoing', { params }));
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.register }),
  });
}

export interface LineFilter {
  account?: string;
  subject?: string;
  emergency?: string;
}

/** The access log, newest first, page by page. */
export function useLines(filter: LineFilter) {
  return useInfiniteQuery({
    queryKey: [...keys.lines, filter],
    queryFn: ({ pageParam }) =>
      contentOf(
        hub.GET('/register/access-lines', {
          params: { query: { limit: 100, ...filter, ...(pageParam && { before: pageParam }) } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
}
