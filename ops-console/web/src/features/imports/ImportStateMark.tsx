import type { ImportState } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { StatusMark } from '../../ui/StatusMark/StatusMark';

const looks = { PROPOSED: 'waiting', APPROVED: 'success', REJECTED: 'off', UNDONE: 'off' } as const;

/** Where an import stands. */
export function ImportStateMark({ state }: { state: ImportState }) {
  const texts = useTexts().imports;
  return <StatusMark status={looks[state]}>{texts.states[state]}</StatusMark>;
}
