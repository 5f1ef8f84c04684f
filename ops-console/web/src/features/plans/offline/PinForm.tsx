import { type FormEvent, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Button } from '../../../ui/Button/Button';
import { Field } from '../../../ui/Field/Field';
import { device } from './device';
import { shortestPin } from '../../../offline/seal';
import { WrongPin } from './vault';
import styles from '../plans.module.css';

/** Asks for the PIN under which plans lie here, or for a new one where none does. */
export function PinForm({ fresh }: { fresh: boolean }) {
  const texts = useTexts().plans.device;
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const digits = pin.normalize('NFKC').trim();
    if (!/^\d+$/.test(digits) || digits.length < shortestPin) {
      setFault(texts.pinShort);
      return;
    }
    setBusy(true);
    setFault(undefined);
    await device.unlock(digits).catch((error: unknown) => {
      if (!(error instanceof WrongPin)) throw error;
      setFault(error.left > 0 ? texts.pinWrong(error.left) : texts.pinsUsedUp);
    });
    setBusy(false);
  };
  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)} noValidate>
      <Field label={texts.pin} hint={fresh ? texts.pinNew : texts.pinKnown} error={fault}>
        {(wiring) => (
          <input
            {...wiring}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {texts.unlock}
        </Button>
      </div>
    </form>
  );
}
