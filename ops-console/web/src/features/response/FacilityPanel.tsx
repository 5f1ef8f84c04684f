import { type FormEvent, useState } from 'react';
import type { FacilityAnswer, FacilityTask, ResponsePage } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Dialog, DialogButtons } from '../../ui/Dialog/Dialog';
import { Choice, Choices, Field } from '../../ui/Field/Field';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import { hasRole, useSession } from '../session/session';
import { useFacilities, useFacilitySaid } from './queries';
import { FacilityReach } from './FacilityReach';
import styles from './FacilityPanel.module.css';
import room from './response.module.css';

const answers: readonly FacilityAnswer[] = [
  'EVACUATED',
  'SAFE_INDOORS',
  'EVACUATING',
  'NEEDS_HELP',
  'NOBODY_THERE',
  'NO_ANSWER',
];

const looks: Record<FacilityAnswer, Status> = {
  EVACUATED: 'success',
  SAFE_INDOORS: 'success',
  NOBODY_THERE: 'success',
  EVACUATING: 'waiting',
  NEEDS_HELP: 'failure',
  NO_ANSWER: 'caution',
};

/** Facilities for people who need care inside what is ordered: how far each is, by its own word. */
export function FacilityPanel({ page }: { page: ResponsePage }) {
  const texts = useTexts().response.facilities;
  const session = useSession();
  const asked = useFacilities(page.response.id);
  const facilities = asked.data?.facilities ?? [];
  if (asked.isPending || (facilities.length === 0 && !asked.error)) return null;
  const open = facilities.filter((each) => each.open).length;
  const may = hasRole(session, 'DUTY_OFFICER', 'WELFARE_STAFF') && !page.response.endedAt;
  return (
    <Panel title={texts.title} aside={<span role="status">{texts.open(open, facilities.length)}</span>} flush>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      <p className={`soft small ${room.inset}`}>{texts.what}</p>
      <ul className={styles.facilities}>
        {facilities.map((each) => (
          <Facility key={each.id} facility={each} response={page.response.id} may={may} />
        ))}
      </ul>
    </Panel>
  );
}

interface Props {
  facility: FacilityTask;
  response: string;
  may: boolean;
}

function Facility({ facility, response, may }: Props) {
  const all = useTexts();
  const texts = all.response.facilities;
  const [asking, setAsking] = useState(false);
  const [reaching, setReaching] = useState(false);
  const { reply } = facility;
  const phone =
    facility.phone?.number ?? Object.entries(facility.details).find(([column]) => column.includes('電話'))?.[1];
  return (
    <li data-help={reply?.answer === 'NEEDS_HELP' || undefined}>
      <div>
        <strong>{facility.name}</strong>
        <span className={room.under}>
          {facility.district.name} {facility.address}
        </span>
        {phone && <a href={`tel:${phone}`}>{phone}</a>}
      </div>
      <div>
        {facility.rank > 0 ? (
          texts.inside(all.sites.hazards[facility.hazard])
        ) : (
          <span className="soft">{texts.outside}</span>
        )}
      </div>
      <div>
        {reply ? (
          <>
            <StatusMark status={looks[reply.answer]}>{texts.answers[reply.answer]}</StatusMark>
            <span className={room.under}>
              {reply.people !== undefined && all.common.people(reply.people)} <At at={reply.at} />{' '}
              {reply.by ?? texts.own}
            </span>
          </>
        ) : (
          <StatusMark status={facility.silent || !facility.asking ? 'caution' : 'waiting'}>
            {facility.asking ? texts.silent : facility.phone ? texts.notYet : texts.notAsked}
          </StatusMark>
        )}
        {facility.asking && <Asked asking={facility.asking} />}
      </div>
      {may && (
        <div className={room.deeds}>
          <Button look="quiet" onClick={() => setAsking(true)} aria-label={texts.sayOf(facility.name)}>
            {texts.say}
          </Button>
          <Button look="quiet" onClick={() => setReaching(true)} aria-label={texts.reachOf(facility.name)}>
            {texts.reach}
          </Button>
        </div>
      )}
      {reaching && <FacilityReach facility={facility} response={response} onClose={() => setReaching(false)} />}
      {asking && <SayDialog facility={facility} response={response} onClose={() => setAsking(false)} />}
    </li>
  );
}

function Asked({ asking }: { asking: NonNullable<FacilityTask['asking']> }) {
  const all = useTexts();
  const texts = all.response.facilities;
  return (
    <span className={room.under}>
      <At at={asking.at} /> {texts.askedBy(asking.media.map((medium) => all.contacts.media[medium]))}
      {asking.lastCall && ` ${texts.calls(asking.calls, texts.ends[asking.lastCall])}`}
    </span>
  );
}

function SayDialog({ facility, response, onClose }: Omit<Props, 'may'> & { onClose: () => void }) {
  const all = useTexts();
  const texts = all.response.facilities;
  const said = useFacilitySaid(response);
  const [answer, setAnswer] = useState<FacilityAnswer>(facility.reply?.answer ?? 'EVACUATED');
  const [people, setPeople] = useState(facility.reply?.people?.toString() ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (said.isPending) return;
    said.mutate(
      { facilityId: facility.id, body: { answer, ...(people !== '' && { people: Number(people) }) } },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={texts.sayOf(facility.name)} onClose={onClose}>
      <form onSubmit={submit} noValidate className={room.stack}>
        <Choices legend={texts.answer}>
          {answers.map((each) => (
            <Choice key={each} kind="radio" name="answer" checked={answer === each} onChange={() => setAnswer(each)}>
              {texts.answers[each]}
            </Choice>
          ))}
        </Choices>
        <Field label={texts.people}>
          {(wiring) => (
            <input
              {...wiring}
              type="number"
              min="0"
              max="10000"
              inputMode="numeric"
              value={people}
              onChange={(event) => setPeople(event.target.value)}
            />
          )}
        </Field>
        <ProblemNotice error={said.error} />
        <DialogButtons>
          <Button onClick={onClose}>{all.common.cancel}</Button>
          <Button type="submit" look="primary" busy={said.isPending}>
            {texts.record}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
