import { useAlert } from '../../api/queries';
import type { AlertDetail } from '../../api/types';
import { useTexts } from '../../i18n/language';
import { At } from '../../ui/AsOf/AsOf';
import { Icon } from '../../ui/Icon/Icon';
import { LevelBadge, toLevel } from '../../ui/LevelBadge/LevelBadge';
import { ProblemNotice } from '../../ui/Problem/ProblemNotice';
import { Skeleton } from '../../ui/Skeleton/Skeleton';
import { hasRole, useSession } from '../session/session';
import styles from './AlertView.module.css';

/** An alert as it arrived, the original bytes at hand. */
export function AlertView({ alertId }: { alertId: string }) {
  const texts = useTexts();
  const session = useSession();
  const alert = useAlert(alertId);
  if (alert.error) return <ProblemNotice error={alert.error} onRetry={() => void alert.refetch()} />;
  if (!alert.data) return <Skeleton rows={5} />;
  const { data } = alert;
  return (
    <article className={styles.view}>
      <h3>{data.event}</h3>
      {data.headline && <p className={styles.headline}>{data.headline}</p>}
      <dl className={styles.facts}>
        <Fact name={texts.dispatch.sentAt}>
          <At at={data.sent} /> {data.sender}
        </Fact>
        <Fact name={texts.dispatch.takenIn}>
          <At at={data.takenInAt} seconds />
        </Fact>
      </dl>
      <Areas alert={data} />
      {data.description && <p className={styles.description}>{data.description}</p>}
      {hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'ADMINISTRATOR') && (
        <a className={styles.original} href={`/api/originals/${data.originalId}`} download>
          <Icon name="download" />
          {texts.dispatch.original}
        </a>
      )}
    </article>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Areas({ alert }: { alert: AlertDetail }) {
  const told = alert.areas.filter((area) => area.kinds.some((kind) => kind.state !== 'NONE'));
  return (
    <ul className={styles.areas}>
      {told.map((area) => (
        <li key={`${area.layer}${area.code ?? ''}${area.name}`}>
          <span>{area.name}</span>
          {area.kinds.map((kind) => {
            const level = kind.state === 'LIFTED' ? null : toLevel(kind.level);
            return level ? (
              <LevelBadge key={kind.code + kind.name} level={level} name={kind.name} />
            ) : (
              <span key={kind.code + kind.name}>{kind.name}</span>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
