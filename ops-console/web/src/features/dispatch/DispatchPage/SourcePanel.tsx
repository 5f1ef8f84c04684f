import type { Dispatch } from '../../../api/types';
import { useTexts } from '../../../i18n/language';
import { Panel } from '../../../ui/Panel/Panel';
import { AlertView } from '../../alerts/AlertView';

/** What arrived and made somebody write this. */
export function SourcePanel({ dispatch }: { dispatch: Dispatch }) {
  const texts = useTexts();
  const { change } = dispatch;
  return (
    <Panel title={texts.dispatch.source}>
      {dispatch.alertId ? <AlertView alertId={dispatch.alertId} /> : <p className="soft">{texts.dispatch.noSource}</p>}
      {change?.reason && (
        <p>
          {texts.dispatch.reason}：{change.reason}
        </p>
      )}
    </Panel>
  );
}
