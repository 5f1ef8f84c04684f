import type { ConsentAnswer } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { StatusMark } from '../../ui/StatusMark/StatusMark';

const looks = { GIVEN: 'success', REFUSED: 'off', WITHDRAWN: 'off', UNANSWERED: 'unknown' } as const;

/** An answer in a word. Only a yes is a yes. */
export function ConsentMark({ answer }: { answer: ConsentAnswer }) {
  const texts = useTexts();
  return <StatusMark status={looks[answer]}>{texts.register.answers[answer]}</StatusMark>;
}
