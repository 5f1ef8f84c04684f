import { type FormEvent, useState } from 'react';
import { useTexts } from '../../i18n/language';
import { Big } from '../parts/Big';
import { Entry } from '../parts/Entry';
import parts from '../parts/parts.module.css';
import { useStation } from '../parts/tablet';
import { WrongPin } from '../storage/safe';

/** Asks for the PIN each time the tablet is opened: what lies on it is sealed until then. */
export function UnlockPage() {
  const texts = useTexts().tablet.door;
  const station = useStation();
  return (
    <main className={parts.page}>
      <h1>{texts.unlockTitle}</h1>
      <PinForm open={(pin, by) => station.unlock(pin, by)} />
      <p>{texts.waiting}</p>
    </main>
  );
}

/** Takes the PIN and who holds the tablet from now on. */
export function PinForm({ open }: { open: (pin: string, by: string) => Promise<void> }) {
  const texts = useTexts().tablet.door;
  const [pin, setPin] = useState('');
  const [by, setBy] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setFault(undefined);
    await open(pin.normalize('NFKC').trim(), by.trim()).catch((error: unknown) => {
      if (!(error instanceof WrongPin)) throw error;
      setPin('');
      setFault(error.waitMs > 0 ? texts.pinWait(Math.ceil(error.waitMs / 1_000)) : texts.pinWrong);
    });
    setBusy(false);
  };
  return (
    <form className={parts.page} onSubmit={(event) => void submit(event)} noValidate>
      <Entry
        label={texts.pin}
        type="password"
        inputMode="numeric"
        maxLength={20}
        error={fault}
        value={pin}
        onChange={setPin}
      />
      <Entry label={texts.by} maxLength={60} value={by} onChange={setBy} />
      <Big type="submit" look="primary" wide aria-disabled={busy}>
        {texts.unlock}
      </Big>
    </form>
  );
}
