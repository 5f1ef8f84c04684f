import { Link, useLocation } from 'wouter';
import { useSituation } from '../../api/queries';
import { useResponses } from '../../features/response/queries';
import { hasRole, useSession } from '../../features/session/session';
import { useTexts } from '../../i18n/language';
import { Icon } from '../../ui/Icon/Icon';
import { listRooms, type RoomName } from '../Shell/rooms';
import styles from './Rail.module.css';

/** The rooms this person may enter; a badge tells where somebody is waited for. */
export function Rail() {
  const texts = useTexts();
  const session = useSession();
  const [path] = useLocation();
  const waiting = useWaiting();
  return (
    <nav className={styles.rail} aria-label={texts.shell.rail}>
      <ul>
        {listRooms(session.roles).map((room) => {
          const here =
            room.path === '/' ? path === '/' : [room.path, room.also].some((start) => start && path.startsWith(start));
          return (
            <li key={room.name}>
              <Link href={room.path} className={styles.room} aria-current={here ? 'page' : undefined}>
                <Icon name={room.icon} size={24} />
                <span>{texts.rooms[room.name]}</span>
                <Badge
                  count={waiting[room.name] ?? 0}
                  say={room.name === 'response' ? texts.rooms.wantHelp : texts.rooms.needsYou}
                />
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** How many wait for staff, by room: decisions, and people who want help. */
function useWaiting(): Partial<Record<RoomName, number>> {
  const session = useSession();
  const dispatch = useSituation().data?.decisions.length ?? 0;
  const mayFollow = hasRole(session, 'DUTY_OFFICER', 'APPROVER', 'VIEWER', 'WELFARE_STAFF');
  const response = useResponses(mayFollow).data?.running?.figures.helpWanted ?? 0;
  return { dispatch, response };
}

function Badge({ count, say }: { count: number; say: (count: number) => string }) {
  if (count === 0) return null;
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{say(count)}</span>
    </span>
  );
}
