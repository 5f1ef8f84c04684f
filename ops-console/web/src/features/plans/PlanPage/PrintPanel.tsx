import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Panel } from '../../../ui/Panel/Panel';
import { ProblemNotice } from '../../../ui/Problem/ProblemNotice';
import type { Look } from '../../register/Look/look';
import { Words } from '../PlanForm/controls';
import styles from '../plans.module.css';
import { usePrint } from '../queries';

interface Props {
  look: Look;
  planId: string;
  /** While something is not saved the paper would not say it. */
  blocked: boolean;
}

/** The plan on one sheet. It is numbered and written down for whom it is, so that it can be called back. */
export function PrintPanel({ look, planId, blocked }: Props) {
  const texts = useTexts().plans;
  const [recipient, setRecipient] = useState(texts.sections.person);
  const print = usePrint(look, planId);
  const named = recipient.trim() !== '';
  const start = () => {
    if (!blocked && named) print.mutate(recipient.trim(), { onSuccess: (file) => save(file, planId) });
  };
  return (
    <Panel title={texts.print.title}>
      <div className={styles.stack}>
        <Words
          label={texts.print.recipient}
          value={recipient}
          most={60}
          error={named ? undefined : texts.print.recipientMissing}
          onChange={setRecipient}
        />
        <div>
          <Button icon="download" busy={print.isPending} aria-disabled={blocked} onClick={start}>
            {texts.print.button}
          </Button>
        </div>
        {blocked && <span>{texts.consent.saveFirst}</span>}
        {print.isSuccess && <span role="status">{texts.print.done}</span>}
        <ProblemNotice error={print.error} />
      </div>
    </Panel>
  );
}

function save(file: Blob, planId: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([file], { type: 'application/pdf' }));
  link.download = `plan-${planId.slice(0, 8)}.pdf`;
  link.click();
  URL.revokeObjectURL(link.href);
}
