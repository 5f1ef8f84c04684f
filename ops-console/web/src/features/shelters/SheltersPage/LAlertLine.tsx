import { useTexts } from '../../../i18n/language';
import { At } from '../../../ui/AsOf/AsOf';
import { type Status, StatusMark } from '../../../ui/StatusMark/StatusMark';
import { hasRole, useSession } from '../../session/session';
import { useLAlert } from '../queries';
import styles from '../shelters.module.css';

const looks = { WAITING: 'waiting', TAKEN: 'success', REFUSED: 'failure', OVERTAKEN: 'waiting' } satisfies Record<
  string,
  Status
>;

/** What newsrooms were told of the shelters, and whether it was taken. */
export function LAlertLine() {
  const texts = useTexts().shelters.lalert;
  const session = useSession();
  const { data } = useLAlert(hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'SHELTER_STAFF'));
  if (!data) return null;
  const { report } = data;
  return (
    <p className={styles.lalert}>
      <strong>{texts.title}</strong> {!data.connected && <StatusMark status="off">{texts.notConnected}</StatusMark>}
      {data.connected && !report && <span className="soft">{texts.nothing}</span>}
      {report && (
        <>
          <StatusMark status={looks[report.state]}>{texts.states[report.state]}</StatusMark>{' '}
          {texts.revision(report.revision, report.open)} <At at={report.answeredAt ?? report.madeAt} />
          {report.state === 'REFUSED' && `（${report.detail}）`}
        </>
      )}
    </p>
  );
}
