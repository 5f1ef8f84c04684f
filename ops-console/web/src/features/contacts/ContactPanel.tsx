import type { ContactWay } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Button } from '../../ui/Button/Button';
import { Panel } from '../../ui/Panel/Panel';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { type Status, StatusMark } from '../../ui/StatusMark/StatusMark';
import { hasRole, useSession } from '../session/session';
import styles from './contacts.module.css';
import { LinkSlip } from './LinkSlip';
import { type Subject, useContact, useForget, useLinkCode, useSupporterPage, useTelephone, useTrial } from './queries';

const looks: Record<NonNullable<ContactWay['lastOutcome']>, Status> = {
  WAITING: 'waiting',
  ACCEPTED: 'success',
  REFUSED: 'failure',
  UNKNOWN: 'caution',
};

interface Props {
  people: readonly (Subject & { name: string })[];
  /** What the ways are for; absent: for helping each other by a plan. */
  what?: string;
  /** What is said where there is no way; absent: staff have to call. */
  none?: string;
}

/** How those of a plan are reached in an emergency, and whether it works. No address is shown. */
export function ContactPanel({ people, what, none }: Props) {
  const texts = useTexts().contacts;
  return (
    <Panel title={texts.title}>
      <p className="soft small">{what ?? texts.what}</p>
      <ul className={styles.people}>
        {people.map((each) => (
          <li key={`${each.kind} ${each.id}`}>
            <Reached subject={each} name={each.name} none={none} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reached({ subject, name, none }: { subject: Subject; name: string; none: string | undefined }) {
  const texts = useTexts().contacts;
  const asked = useContact(subject);
  const trial = useTrial(subject);
  const welfare = hasRole(useSession(), 'WELFARE_STAFF');
  const ways = asked.data?.ways ?? [];
  const { kind } = subject;
  return (
    <section aria-label={name} className={styles.one}>
      <strong>{name}</strong>
      {asked.error && <ProblemNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && ways.length === 0 && <span className="soft">{none ?? texts.none}</span>}
      {asked.data?.lost.map((each) => (
        <span key={each.medium}>
          <StatusMark status="failure">{texts.lost(texts.media[each.medium])}</StatusMark>{' '}
          <span className="soft small">
            <At at={each.at} />
          </span>
        </span>
      ))}
      {ways.map((way) => (
        <Way key={way.medium} subject={subject} way={way} name={name} />
      ))}
      <div className={styles.deeds}>
        {ways.some(isWrittenTo) && (
          <Button look="quiet" busy={trial.isPending} onClick={() => trial.mutate()}>
            {texts.trial}
          </Button>
        )}
        {welfare && asked.data && kind !== 'FACILITY' && ways.every(({ medium }) => medium !== 'VOICE') && (
          <ByTelephone subject={{ kind, id: subject.id }} />
        )}
        {welfare && <LinkCode subject={subject} name={name} />}
        {welfare && asked.data && kind === 'SUPPORTER' && (
          <OwnPage id={subject.id} name={name} has={!ways.every(isWrittenTo)} />
        )}
      </div>
      {trial.isSuccess && <span role="status">{texts.tried}</span>}
      <ProblemNotice error={trial.error} />
    </section>
  );
}

function Way({ subject, way, name }: { subject: Subject; way: ContactWay; name: string }) {
  const texts = useTexts().contacts;
  const forget = useForget(subject);
  const welfare = hasRole(useSession(), 'WELFARE_STAFF');
  return (
    <div className={styles.way}>
      <span>{texts.media[way.medium]}</span>
      {isWrittenTo(way) ? <LastLetter way={way} /> : <LastOpened way={way} />}
      {welfare && (
        <Button
          look="quiet"
          busy={forget.isPending}
          aria-label={texts.forgetLabel(name, texts.media[way.medium])}
          onClick={() => forget.mutate(way.medium)}
        >
          {texts.forget}
        </Button>
      )}
      <ProblemNotice error={forget.error} />
    </div>
  );
}

/** A page of their own is not written to: they open it. */
const isWrittenTo = ({ medium }: ContactWay) => medium !== 'WEB';

function LastLetter({ way }: { way: ContactWay }) {
  const texts = useTexts().contacts;
  if (!way.lastOutcome || !way.lastAt) return <span className="soft small">{texts.never}</span>;
  return (
    <>
      <StatusMark status={looks[way.lastOutcome]}>
        {way.medium === 'VOICE' && way.lastOutcome === 'ACCEPTED' ? texts.called : texts.outcomes[way.lastOutcome]}
      </StatusMark>
      <span className="soft small">
        <At at={way.lastAt} />
      </span>
    </>
  );
}

function LastOpened({ way }: { way: ContactWay }) {
  const texts = useTexts().contacts;
  if (!way.openedAt) return <StatusMark status="caution">{texts.unopened}</StatusMark>;
  return (
    <span className="soft small">
      {texts.opened} <At at={way.openedAt} />
    </span>
  );
}

function ByTelephone({ subject }: { subject: { kind: 'SUPPORTER' | 'PERSON'; id: string } }) {
  const texts = useTexts().contacts;
  const telephone = useTelephone(subject);
  return (
    <>
      <Button look="quiet" busy={telephone.isPending} title={texts.telephoneWhat} onClick={() => telephone.mutate()}>
        {texts.telephone}
      </Button>
      <ProblemNotice error={telephone.error} />
    </>
  );
}

function OwnPage({ id, name, has }: { id: string; name: string; has: boolean }) {
  const texts = useTexts().contacts;
  const made = useSupporterPage(id);
  return (
    <>
      <Button look="quiet" busy={made.isPending} title={texts.pageWhat} onClick={() => made.mutate()}>
        {has ? texts.pageAgain : texts.page}
      </Button>
      {made.data && <LinkSlip name={name} link={made.data.link} what={texts.pageSlip} />}
      <ProblemNotice error={made.error} />
    </>
  );
}

function LinkCode({ subject, name }: { subject: Subject; name: string }) {
  const texts = useTexts().contacts;
  const code = useLinkCode(subject);
  return (
    <>
      <Button look="quiet" busy={code.isPending} onClick={() => code.mutate()}>
        {texts.code}
      </Button>
      {code.data && (
        <div role="status" className={styles.slip}>
          <span>{texts.slip(name)}</span>
          <strong className={styles.code}>{code.data.code}</strong>
          <span>{texts.slipWhat}</span>
          <span className="soft small">
            {texts.until} <At at={code.data.expiresAt} />
          </span>
          <Button look="quiet" icon="print" onClick={() => window.print()}>
            {texts.print}
          </Button>
        </div>
      )}
      <ProblemNotice error={code.error} />
    </>
  );
}
