import { useEffect, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { cut } from '../../handover/frames';
import { pack } from '../../handover/parcel';
import { Big } from '../../parts/Big';
import { ChooseOne } from '../../parts/Choose';
import { Qr } from '../../../ui/Qr/Qr';
import { useJournal, useTablet } from '../../parts/tablet';
import styles from '../screens.module.css';

const whiches = ['UNSENT', 'ALL'] as const;
const turnEveryMs = 600;

/** Gives records as a file or as a series of codes. */
export function Give() {
  const texts = useTexts().tablet.handoverPage;
  const { journal, enrolment } = useTablet();
  const { events, unsent, refused } = useJournal();
  const [which, setWhich] = useState<(typeof whiches)[number]>('UNSENT');
  const [frames, setFrames] = useState<readonly string[] | null>(null);
  // What the hub would not take lies only here as well.
  const wanted = which === 'ALL' ? events : [...journal.unsent(unsent), ...refused.map(({ event }) => event)];
  const writeFile = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await pack(wanted)], { type: 'application/gzip' }));
    link.download = `noroshi-${enrolment.name}-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.json.gz`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section className={styles.box}>
      <h2>{texts.give}</h2>
      <ChooseOne label={texts.which} values={whiches} names={texts.whiches} value={which} onChange={setWhich} />
      <p role="status">{wanted.length === 0 ? texts.nothing : texts.count(wanted.length)}</p>
      <div className={styles.two}>
        <Big aria-disabled={wanted.length === 0} onClick={() => void writeFile()}>
          {texts.file}
        </Big>
        <Big
          aria-disabled={wanted.length === 0}
          onClick={() => void (frames ? setFrames(null) : pack(wanted).then((bytes) => setFrames(cut(bytes))))}
        >
          {frames ? texts.qrStop : texts.qr}
        </Big>
      </div>
      {frames && <Series frames={frames} />}
    </section>
  );
}

/** Codes one after another, over and over; by hand for who is disturbed by it or whose camera is slow. */
function Series({ frames }: { frames: readonly string[] }) {
  const texts = useTexts().tablet.handoverPage;
  const [at, setAt] = useState(0);
  const [turning, setTurning] = useState(false);
  useEffect(() => {
    if (!turning) return;
    const timer = setInterval(() => setAt((place) => (place + 1) % frames.length), turnEveryMs);
    return () => clearInterval(timer);
  }, [turning, frames]);
  const text = frames[at % frames.length];
  return (
    <div className={styles.stack}>
      <p>{texts.qrWhat}</p>
      {text && <Qr text={text} label={texts.qrLabel((at % frames.length) + 1, frames.length)} />}
      <p>{texts.progress((at % frames.length) + 1, frames.length)}</p>
      <div className={styles.two}>
        <Big onClick={() => setAt((place) => (place + 1) % frames.length)}>{texts.next}</Big>
        <Big aria-pressed={turning} onClick={() => setTurning(!turning)}>
          {texts.auto}
        </Big>
      </div>
    </div>
  );
}
