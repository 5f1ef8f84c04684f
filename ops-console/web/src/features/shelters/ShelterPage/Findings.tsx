import type { InspectionItem } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { StatusMark } from '../../../ui/StatusMark/StatusMark';

interface Props {
  checks: readonly { item: InspectionItem; ok: boolean; note?: string }[];
}

/** What an inspection found, item by item. */
export function Findings({ checks }: Props) {
  const texts = useTexts().shelters.inspection;
  return (
    <ul>
      {checks.map(({ item, ok, note }) => (
        <li key={item}>
          <StatusMark status={ok ? 'success' : 'caution'}>
            {texts.items[item]} {ok ? texts.ok : texts.notOk}
            {note && `（${note}）`}
          </StatusMark>
        </li>
      ))}
    </ul>
  );
}
