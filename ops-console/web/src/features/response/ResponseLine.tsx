import { Link } from 'wouter';
import { useTexts } from '../../i18n/language';
import { hasRole, useSession } from '../session/session';
import { useResponses } from './queries';
import styles from './ResponseLine.module.css';

/** On the first page: how many are not yet known to be safe, and the way there. Nothing on a quiet day. */
export function ResponseLine() {
  const texts = useTexts().response.line;
  const session = useSession();
  const running = useResponses(hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'WELFARE_STAFF')).data?.running;
  if (!running) return null;
  const { figures } = running;
  return (
    <Link href="/response" className={styles.line} data-urgent={figures.helpWanted > 0 || undefined}>
      <strong>{texts.notYetSafe(figures.notYetSafe, figures.people)}</strong>
      {figures.helpWanted > 0 && <span>{texts.help(figures.helpWanted)}</span>}
    </Link>
  );
}
