import { useMutation, useQueryClient } from '@tanstack/react-query';
import { contentOf, hub } from '../../api/client';
import { keys } from '../../api/queries';
import type { Dispatch, DispatchEdit } from '../../api/types';

/** What can be done with a dispatch. Each step names the version it was decided on. */
export type Step =
  | { do: 'edit'; edit: DispatchEdit }
  | { do: 'request' }
  | { do: 'approve'; confirmation: string }
  | { do: 'sendBack'; reason: string }
  | { do: 'discard' }
  | { do: 'correct'; truth: string };

function take(dispatch: Dispatch, step: Step): Promise<Dispatch> {
  const { version } = dispatch;
  const params = { path: { dispatchId: dispatch.id } };
  switch (step.do) {
    case 'edit':
      return contentOf(hub.PUT('/dispatches/{dispatchId}', { params, body: step.edit }));
    case 'request':
      return contentOf(hub.POST('/dispatches/{dispatchId}/approval-request', { params, body: { version } }));
    case 'approve': {
      const body = { version, ...(step.confirmation && { confirmation: step.confirmation }) };
      return contentOf(hub.POST('/dispatches/{dispatchId}/approval', { params, body }));
    }
    case 'sendBack':
      return contentOf(hub.POST('/dispatches/{dispatchId}/return', { params, body: { version, reason: step.reason } }));
    case 'discard':
      return contentOf(hub.POST('/dispatches/{dispatchId}/discard', { params, body: { version } }));
    case 'correct': {
      const body = { version, ...(step.truth && { truth: step.truth }) };
      return contentOf(hub.POST('/dispatches/{dispatchId}/correction', { params, body }));
    }
  }
}

/** Takes a step and shows what the hub made of it everywhere. */
export function useStep(dispatch: Dispatch, onDone: (result: Dispatch, step: Step) => void = () => {}) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => take(dispatch, step),
    onSuccess: (result, step) => {
      queries.setQueryData(keys.dispatch(result.id), result);
      void queries.invalidateQueries({ queryKey: [...keys.dispatches, 'list'] });
      void queries.invalidateQueries({ queryKey: keys.situation });
      if (step.do === 'approve') void queries.invalidateQueries({ queryKey: keys.board(result.id) });
      onDone(result, step);
    },
  });
}
