import { useTexts } from '../../i18n/language';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { AlertView } from './AlertView';

/** What its sender wrote, over the page that mentions it. */
export function AlertDialog({ alertId, onClose }: { alertId: string; onClose: () => void }) {
  const texts = useTexts();
  return (
    <Dialog title={texts.dispatch.source} onClose={onClose}>
      <AlertView alertId={alertId} />
      <DialogButtons>
        <Button onClick={onClose}>{texts.common.close}</Button>
      </DialogButtons>
    </Dialog>
  );
}
