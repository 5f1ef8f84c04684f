import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';
import type { ImportKind, RowChange } from '../../api/types';
import { type Facts, said } from './facts';

export function useImports(kind: ImportKind) {
  return useQuery({
    queryKey: [...keys.imports, 'list', kind],
    queryFn: () => contentOf(hub.GET('/imports', { params: { query: { kind } } })),
  });
}

export function useImport(importId: string) {
  return useQuery({
    queryKey: [...keys.imports, importId],
    queryFn: () => contentOf(hub.GET('/imports/{importId}', { params: { path: { importId } } })),
  });
}

/** Rows of one kind of change, a hundred at a time. */
export function useImportRows(importId: string, change: RowChange | 'ALL') {
  return useInfiniteQuery({
    queryKey: [...keys.imports, importId, 'rows', change],
    queryFn: ({ pageParam }) =>
      contentOf(
        hub.GET('/imports/{importId}/rows', {
          params: {
            path: { importId },
            query: { ...(change !== 'ALL' && { change: [change] }), ...(pageParam && { from: pageParam }) },
          },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next,
  });
}

/** Hands a file in, byte for byte. */
export function usePropose(kind: ImportKind) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, facts }: { file: File; facts: Facts }) =>
      contentOf(
        hub.POST('/imports', {
          params: { query: { kind, fileName: file.name, ...said(facts) } },
          headers: { 'Content-Type': 'application/octet-stream' },
          body: file as unknown as string,
          bodySerializer: (body) => body as unknown as BodyInit,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.imports }),
  });
}

export type Decision = 'approval' | 'rejection' | 'undoing';

/** Decides about an import; whoever is refused is told why. */
export function useDecide(importId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) =>
      contentOf(hub.POST(`/imports/{importId}/${decision}`, { params: { path: { importId } } })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.imports }),
        queries.invalidateQueries({ queryKey: keys.sites }),
        queries.invalidateQueries({ queryKey: keys.map }),
        queries.invalidateQueries({ queryKey: keys.districts }),
      ]),
  });
}
