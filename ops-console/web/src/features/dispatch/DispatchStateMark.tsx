import type { DispatchState } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';

const marks: Record<DispatchState, Status> = {
  DRAFT: 'waiting',
  AWAITING_APPROVAL: 'caution',
  SENT_BACK: 'caution',
  APPROVED: 'success',
  DISCARDED: 'off',
  REPLACED: 'off',
};

/** Where a dispatch stands, in its word. */
export function DispatchStateMark({ state }: { state: DispatchState }) {
  const texts = useTexts();
  return <StatusMark status={marks[state]}>{texts.dispatch.state[state]}</StatusMark>;
}
