import { useState } from 'react';
import { useTexts } from '../../../i18n/language';
import { moves } from '../../acts/move';
import { Dialog, DialogButtons } from '../../../ui/Dialog/Dialog';
import { type Destination, destinations } from '../../log/event';
import { Big } from '../../parts/Big';
import { ChooseOne } from '../../parts/Choose';
import { Entry } from '../../parts/Entry';
import { useJournal, useTablet, useWrite } from '../../parts/tablet';
import styles from '../screens.module.css';

interface Props {
  people: readonly string[];
  onDone: () => void;
}

/** What happens to those who were chosen. */
export function Leaving({ people, onDone }: Props) {
  const texts = useTexts().tablet.listPage;
  const write = useWrite();
  const [asking, setAsking] = useState<'LEAVE' | 'MOVE' | null>(null);
  const note = async (type: 'went-out' | 'came-back') => {
    if (await write([{ type, evacuees: people }])) onDone();
  };
  return (
    <div className={styles.bar}>
      <p role="status">{texts.chosen(people.length)}</p>
      <div className={styles.four}>
        <Big onClick={() => void note('went-out')}>{texts.goOut}</Big>
        <Big onClick={() => void note('came-back')}>{texts.comeBack}</Big>
        <Big onClick={() => setAsking('MOVE')}>{texts.move}</Big>
        <Big look="primary" onClick={() => setAsking('LEAVE')}>
          {texts.leave}
        </Big>
      </div>
      {asking === 'LEAVE' && <LeaveDialog people={people} onDone={onDone} onClose={() => setAsking(null)} />}
      {asking === 'MOVE' && <MoveDialog people={people} onDone={onDone} onClose={() => setAsking(null)} />}
    </div>
  );
}

/** Other shelters are reached by moving, so that nobody is missed on the way. */
const elsewhere = destinations.filter((each) => each !== 'SHELTER');

function LeaveDialog({ people, onDone, onClose }: Props & { onClose: () => void }) {
  const all = useTexts();
  const { listPage: texts, destinations: names } = all.tablet;
  const write = useWrite();
  const [to, setTo] = useState<Destination | null>(null);
  const [note, setNote] = useState('');
  const leave = async () => {
    if (to && (await write([{ type: 'left', evacuees: people, to, note: note.trim() }]))) onDone();
  };
  return (
    <Dialog title={texts.where} onClose={onClose}>
      <div className={styles.stack}>
        <ChooseOne label={texts.where} values={elsewhere} names={names} value={to} onChange={setTo} />
        <Entry label={texts.whereNote} maxLength={200} value={note} onChange={setNote} />
      </div>
      <DialogButtons>
        <Big onClick={onClose}>{all.common.cancel}</Big>
        <Big look="primary" aria-disabled={to === null} onClick={() => void leave()}>
          {to ? texts.confirmLeave(people.length, names[to]) : texts.leave}
        </Big>
      </DialogButtons>
    </Dialog>
  );
}

function MoveDialog({ people, onDone, onClose }: Props & { onClose: () => void }) {
  const all = useTexts();
  const texts = all.tablet.listPage;
  const { shelter, enrolment } = useTablet();
  const { state } = useJournal();
  const write = useWrite();
  const others = enrolment.shelters.filter(({ id }) => id !== shelter.id);
  const [to, setTo] = useState<string | null>(null);
  const move = async () => {
    if (to && (await write(moves(state, people, shelter.id), to))) onDone();
  };
  const names = Object.fromEntries(others.map(({ id, name }) => [id, name]));
  return (
    <Dialog title={texts.whichShelter} onClose={onClose}>
      <div className={styles.stack}>
        {others.length === 0 && <p>{texts.noOthers}</p>}
        <ChooseOne
          label={texts.whichShelter}
          values={others.map(({ id }) => id)}
          names={names}
          value={to}
          onChange={setTo}
        />
        <p>{texts.moveWhat}</p>
      </div>
      <DialogButtons>
        <Big onClick={onClose}>{all.common.cancel}</Big>
        <Big look="primary" aria-disabled={to === null} onClick={() => void move()}>
          {to ? texts.confirmMove(people.length, names[to] ?? '') : texts.move}
        </Big>
      </DialogButtons>
    </Dialog>
  );
}
