import { useEffect, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { Big } from '../../parts/Big';
import { useTablet } from '../../parts/tablet';
import { type Brief, Declined } from '../../sync/hub';
import styles from '../screens.module.css';
import { PlanBrief } from './PlanBrief';

type Known = NonNullable<Brief['register']>;

interface Props {
  kana: string;
  birth: string | null;
  /** Ask without being told to: they are here already. */
  atOnce?: boolean;
  /** Takes what may be known onto a card. */
  onFill: (known: Known) => void;
}

type Answer = 'ASKING' | 'OFFLINE' | 'NONE' | 'PLANNED' | { refused: string } | { brief: Brief };

/** Says whether somebody has an individual evacuation plan, and shows what of it the shelter may know. */
export function PlanWord({ kana, birth, atOnce = false, onFill }: Props) {
  // An answer is about one name and one birth date: another one begins anew.
  return kana.trim() === '' || birth === null ? null : (
    <Word key={atOnce ? '' : `${kana} ${birth}`} kana={kana} birth={birth} atOnce={atOnce} onFill={onFill} />
  );
}

function Word({ kana, birth, atOnce, onFill }: Required<Props> & { birth: string }) {
  const texts = useTexts().recognition;
  const { hub } = useTablet();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [filled, setFilled] = useState(false);
  const learn = (asked: Promise<Answer>) => {
    setAnswer('ASKING');
    asked.then(setAnswer, (error: unknown) =>
      setAnswer(error instanceof Declined ? { refused: error.message } : 'OFFLINE'),
    );
  };
  const ask = () => learn(hub.isPlanned(kana, birth).then((planned) => (planned ? 'PLANNED' : 'NONE')));
  const open = () => learn(hub.brief(kana, birth).then((brief) => ({ brief })));
  useEffect(() => {
    if (atOnce) ask();
    // Whoever corrects a card while it lies open asks again by hand.
  }, []);
  if (answer === null) return <Big onClick={ask}>{texts.ask}</Big>;
  if (answer === 'ASKING') return <p role="status">{texts.asking}</p>;
  if (answer === 'NONE') return atOnce ? null : <p role="status">{texts.none}</p>;
  if (answer === 'OFFLINE' || (typeof answer === 'object' && 'refused' in answer))
    return (
      <div className={styles.stack}>
        <p role="status">{answer === 'OFFLINE' ? texts.offline : texts.refused(answer.refused)}</p>
        <Big onClick={ask}>{texts.ask}</Big>
      </div>
    );
  const register = answer === 'PLANNED' ? undefined : answer.brief.register;
  return (
    <section className={`${styles.box} ${styles.stack}`}>
      <div role="status">
        <h2>{texts.planned}</h2>
      </div>
      {answer === 'PLANNED' ? (
        <>
          <p>{texts.logged}</p>
          <Big onClick={open}>{texts.open}</Big>
        </>
      ) : (
        <PlanBrief brief={answer.brief} />
      )}
      {register && !filled && (
        <Big
          onClick={() => {
            onFill(register);
            setFilled(true);
          }}
        >
          {texts.fill}
        </Big>
      )}
      {filled && <p>{texts.filled}</p>}
    </section>
  );
}
