import { useRef, useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { FrameCollector } from '../../handover/frames';
import { NoParcel, unpack } from '../../handover/parcel';
import { Big } from '../../parts/Big';
import { Camera } from '../../parts/Camera';
import { useTablet } from '../../parts/tablet';
import styles from '../screens.module.css';

type Outcome = { fresh: number; known: number; unreadable: number } | 'NO_PARCEL';

/** Takes records that another tablet gives. */
export function Take() {
  const texts = useTexts().tablet.handoverPage;
  const { journal, sync } = useTablet();
  const file = useRef<HTMLInputElement>(null);
  const [looking, setLooking] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const take = async (bytes: Uint8Array<ArrayBuffer>) => {
    try {
      const { events, unreadable } = await unpack(bytes);
      const fresh = await journal.take(events, 'UNSENT');
      setOutcome({ fresh, known: events.length - fresh, unreadable });
      void sync.now();
    } catch (error) {
      if (!(error instanceof NoParcel)) throw error;
      setOutcome('NO_PARCEL');
    }
  };
  return (
    <section className={styles.box}>
      <h2>{texts.take}</h2>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={texts.openFile}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = '';
          void chosen?.arrayBuffer().then((bytes) => take(new Uint8Array(bytes)));
        }}
      />
      <div className={styles.two}>
        <Big onClick={() => file.current?.click()}>{texts.openFile}</Big>
        <Big onClick={() => setLooking(!looking)}>{looking ? texts.cameraStop : texts.camera}</Big>
      </div>
      {looking && (
        <Reader
          onRead={(bytes) => {
            setLooking(false);
            void take(bytes);
          }}
        />
      )}
      {outcome === 'NO_PARCEL' && <p role="alert">{texts.noParcel}</p>}
      {outcome && outcome !== 'NO_PARCEL' && (
        <div role="status">
          <p>{texts.taken(outcome.fresh, outcome.known)}</p>
          {outcome.unreadable > 0 && <p>{texts.unreadable(outcome.unreadable)}</p>}
        </div>
      )}
    </section>
  );
}

function Reader({ onRead }: { onRead: (bytes: Uint8Array<ArrayBuffer>) => void }) {
  const texts = useTexts().tablet.handoverPage;
  const [collector] = useState(() => new FrameCollector());
  const [progress, setProgress] = useState(collector.progress);
  const read = (text: string) => {
    if (!collector.add(text)) return;
    setProgress(collector.progress);
    const { bytes } = collector;
    if (bytes) onRead(bytes);
  };
  return (
    <div className={styles.stack}>
      <Camera onCode={read} />
      <p role="status">{texts.progress(progress.read, progress.of)}</p>
    </div>
  );
}
