import type { DispatchState, MediumReach } from '../../api/types';
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

interface Props {
  state: DispatchState;
  /** How far it came, where that is known: what still waits somewhere is not sent. */
  reach?: readonly MediumReach[];
}

/** Where a dispatch stands, in its word. */
export function DispatchStateMark({ state, reach = [] }: Props) {
  const texts = useTexts();
  if (state === 'APPROVED' && reach.some((row) => row.waiting > 0)) {
    return <StatusMark status="waiting">{texts.board.going}</StatusMark>;
  }
  return <StatusMark status={marks[state]}>{texts.dispatch.state[state]}</StatusMark>;
}
