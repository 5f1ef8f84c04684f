import type { BoardRow } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';

/** How the medium stands as a whole; what nobody can know is never called complete. */
export function MediumStanding({ row }: { row: Pick<BoardRow, 'late' | 'waiting' | 'unknown' | 'refused'> }) {
  const texts = useTexts();
  if (row.late) return <StatusMark status="failure">{texts.board.lateBy}</StatusMark>;
  if (row.waiting > 0) return <StatusMark status="waiting">{texts.board.going}</StatusMark>;
  if (row.unknown > 0) return <StatusMark status="unknown">{texts.board.someUnknown}</StatusMark>;
  if (row.refused > 0) return <StatusMark status="caution">{texts.board.someRefused}</StatusMark>;
  return <StatusMark status="success">{texts.board.done}</StatusMark>;
}
