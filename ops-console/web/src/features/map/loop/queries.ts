import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { contentOf, hub } from '../../../api/client';
import { keys } from '../../../api/queries';
import type { CaseHome } from '../../../api/types';

/** More points than this help nobody; the list says how many are left out. */
export const mostPlaced = 2000;

/** Live events come first; this is how old the map can grow should one be missed. */
const renewEveryMs = 15_000;

/** How old a word of safety may be and still stand on the map. */
const safeForMs = 24 * 3_600_000;

/** Who of a response is not yet known to be safe, the most urgent first. It names and places nobody. */
export function useMissing(response: string | null) {
  return useQuery({
    queryKey: [...keys.responses, response, 'missing'],
    enabled: response !== null,
    queryFn: () =>
      contentOf(hub.GET('/not-yet-safe', { params: { query: { response: response ?? '', limit: mostPlaced } } })),
    refetchInterval: renewEveryMs,
  });
}

/**
 * Where they live. Everybody is asked for once, and asking is a look in the access log: what is known is kept
 * while it is shown, and forgotten when it is not.
 */
export function useHomes(response: string | null, cases: readonly string[]) {
  const [homes, setHomes] = useState<ReadonlyMap<string, CaseHome>>(new Map());
  const asked = useRef(new Set<string>());
  const { mutate, error, reset } = useMutation({
    mutationFn: (unknown: { response: string; cases: string[] }) =>
      contentOf(hub.POST('/not-yet-safe/homes', { body: unknown })),
    onSuccess: ({ homes: told }, { cases: unknown }) => {
      // What was asked for may have been hidden meanwhile.
      if (unknown.every((id) => asked.current.has(id)))
        setHomes((known) => new Map([...known, ...told.map((home) => [home.caseId, home] as const)]));
    },
  });
  useEffect(() => {
    if (response === null) {
      asked.current.clear();
      setHomes(new Map());
      reset();
      return;
    }
    const unknown = cases.filter((id) => !asked.current.has(id));
    if (unknown.length === 0) return;
    for (const id of unknown) asked.current.add(id);
    mutate({ response, cases: unknown });
  }, [response, cases, mutate, reset]);
  const retry = () => {
    if (response === null || cases.length === 0) return;
    mutate({ response, cases: cases.filter((id) => !homes.has(id)) });
  };
  return { homes, error, retry };
}

/** Reports that say where they were made: open ones, and who reported safe within a day. */
export function useLocatedReports(allowed: boolean) {
  const open = useReports(allowed, { open: true });
  const safe = useReports(allowed, { kind: 'SAFE' });
  const reports = useMemo(() => {
    const since = safe.data ? new Date(safe.data.asOf).getTime() - safeForMs : 0;
    const fresh = safe.data?.reports.filter(({ lastAt }) => new Date(lastAt).getTime() > since) ?? [];
    const all = new Map([...(open.data?.reports ?? []), ...fresh].map((report) => [report.id, report]));
    return [...all.values()].filter(({ location }) => location !== undefined);
  }, [open.data, safe.data]);
  return {
    reports,
    asOf: open.data?.asOf,
    error: open.error ?? safe.error,
    retry: () => void Promise.all([open.refetch(), safe.refetch()]),
  };
}

function useReports(enabled: boolean, query: { open?: boolean; kind?: 'SAFE' }) {
  return useQuery({
    // The open ones are the list of the response's room as well.
    queryKey: [...keys.responses, 'reports', ...(query.kind ? [query.kind] : [])],
    enabled,
    queryFn: () => contentOf(hub.GET('/reports', { params: { query } })),
    refetchInterval: renewEveryMs,
  });
}
