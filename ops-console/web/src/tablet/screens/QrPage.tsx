import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/language';
import type { CardInHand } from '../acts/arrival';
import { readCode } from '../acts/codes';
import { codedCard, preregisteredCard } from '../acts/preregistered';
import { Big, BigLink } from '../parts/Big';
import { Camera } from '../parts/Camera';
import { Entry } from '../parts/Entry';
import { useJournal, useTablet } from '../parts/tablet';
import type { CheckinState } from '../projection/state';
import { Declined } from '../sync/hub';
import { CardPage } from './card/CardPage';
import { Screen } from './Screen';
import styles from './screens.module.css';

type Found = { card: CardInHand } | { note: 'other' | 'handover' | 'missing' | 'badCode' } | { byNumber: CardInHand };

/** A household is received by the code that it shows: its own pre-registration, or a paper form. */
export function QrPage() {
  const texts = useTexts().tablet.qrPage;
  const { hub } = useTablet();
  const { state } = useJournal();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const look = async (text: string) => {
    const code = readCode(text);
    if (code.kind === 'HANDOVER') return setFound({ note: 'handover' });
    if (code.kind === 'OTHER') return setFound({ note: 'other' });
    if (code.kind === 'PAPER') return setFound({ card: await codedCard('PAPER', code.code) });
    try {
      const registered = await hub.preregistration(code.code);
      setFound(registered ? { card: await preregisteredCard(registered) } : { note: 'missing' });
    } catch (error) {
      if (error instanceof Declined) setFound({ note: 'missing' });
      else setFound({ byNumber: await codedCard('PREREGISTRATION', code.code) });
    }
  };
  if (found && 'card' in found) return <Received card={found.card} state={state} />;
  return (
    <Screen title={texts.title}>
      <Camera onCode={(text) => void look(text)} />
      {found && 'note' in found && <p role="alert">{texts[found.note]}</p>}
      {found && 'byNumber' in found && (
        <div className={styles.box} role="alert">
          <p>{texts.offline}</p>
          <Big look="primary" onClick={() => setFound({ card: found.byNumber })}>
            {texts.byNumber}
          </Big>
        </div>
      )}
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
          if (readCode(`NRS1:${code}`).kind === 'OTHER' && readCode(code).kind === 'OTHER')
            setFound({ note: 'badCode' });
          else void look(readCode(code).kind === 'OTHER' ? `NRS1:${code}` : code);
        }}
      >
        <Entry
          label={texts.code}
          hint={texts.codeHint}
          autoCapitalize="characters"
          maxLength={20}
          value={typed}
          onChange={setTyped}
        />
        <Big type="submit" wide>
          {texts.read}
        </Big>
      </form>
    </Screen>
  );
}

/** Who was received by this code before is not received twice: their card is opened instead. */
function Received({ card, state }: { card: CardInHand; state: CheckinState }): ReactNode {
  const texts = useTexts().tablet.qrPage;
  const household = state.standing('HOUSEHOLD', card.household);
  if (!state.households.get(household)?.evacuees.length) return <CardPage begun={card} />;
  return (
    <Screen title={texts.title}>
      <p>{texts.known}</p>
      <BigLink look="primary" href={`/card/${household}`}>
        {texts.openKnown}
      </BigLink>
    </Screen>
  );
}
