import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import type { Schemas } from '../../api/types';
import { asEvacuees } from './evacuee';

export type Asked = Schemas['InquiryAsked'];
export type Inquiry = Schemas['Inquiry'];
export type Scope = Schemas['InquiryScope'];
export type Verdict = Schemas['InquiryVerdict'];
export type Protectee = Schemas['Protectee'];

const inquiries = ['inquiries'];
const protections = ['protections'];

export const scopes = ['NOTHING', 'EXISTENCE', 'CONDITION', 'WHEREABOUTS'] as const satisfies readonly Scope[];

/** What may be chosen of what may be answered: staff may say less, never more. */
export function scopesWithin({ widest }: Verdict): readonly Scope[] {
  return scopes.slice(0, scopes.indexOf(widest) + 1);
}

/** Who asked, without names. */
export function useInquiries() {
  return useQuery({ queryKey: inquiries, queryFn: () => contentOf(hub.GET('/inquiries')), refetchInterval: 60_000 });
}

export function useTakeInquiry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (asked: Asked) => contentOf(hub.POST('/inquiries', { body: asked })),
    onSettled: () => queries.invalidateQueries({ queryKey: inquiries }),
  });
}

/** Opens an inquiry and whoever has that name; each opening is a look in the log. */
export function useOpenInquiry() {
  return useMutation({
    mutationFn: async (inquiryId: string) => {
      const opened = await contentOf(hub.POST('/inquiries/{inquiryId}/opening', { params: { path: { inquiryId } } }));
      const people = asEvacuees(opened.candidates.map(({ evacuee }) => evacuee));
      return {
        ...opened,
        candidates: opened.candidates.map(({ verdict }, at) => ({ verdict, evacuee: people[at]! })),
      };
    },
  });
}

export function useAnswerInquiry() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ inquiryId, evacuee, scope }: { inquiryId: string; evacuee?: string; scope: Scope }) =>
      contentOf(
        hub.POST('/inquiries/{inquiryId}/answer', {
          params: { path: { inquiryId } },
          body: { scope, ...(evacuee && { evacuee }) },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: inquiries }),
  });
}

/** Who is under protection; for the office that protects. */
export function useProtections(asks: boolean) {
  return useQuery({ queryKey: protections, queryFn: () => contentOf(hub.GET('/protections')), enabled: asks });
}

export function useNoteProtection() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (who: Protectee) => contentOf(hub.POST('/protections', { body: who })),
    onSettled: () => queries.invalidateQueries({ queryKey: protections }),
  });
}

export function useLiftProtection() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (protectionId: string) =>
      contentOf(hub.POST('/protections/{protectionId}/lifting', { params: { path: { protectionId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: protections }),
  });
}
